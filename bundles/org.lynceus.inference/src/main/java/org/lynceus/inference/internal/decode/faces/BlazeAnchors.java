package org.lynceus.inference.internal.decode.faces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;

/**
 * Anchors in the cells of square grids.
 *
 * @param grids cells of a side of each grid; empty for those that MediaPipe's models have
 * @param perCell anchors of a cell, of each grid
 */
record BlazeAnchors(List<Integer> grids, List<Integer> perCell) {
    private static final String GRID = "anchors.grid";
    private static final String PER_CELL = "anchors.per.cell";

    BlazeAnchors {
        grids = List.copyOf(grids);
        perCell = List.copyOf(perCell);
    }

    /** Reads {@code anchors.grid} and {@code anchors.per.cell}. */
    static BlazeAnchors of(DecoderContext context) {
        List<Integer> grids = context.integers(GRID);
        List<Integer> perCell = context.integers(PER_CELL);
        if (perCell.isEmpty()) {
            perCell = Collections.nCopies(grids.size(), 1);
        }
        if (perCell.size() != grids.size() || perCell.stream().anyMatch(count -> count < 1)) {
            throw context.wrong(
                    PER_CELL, "are not " + grids.size() + " positive numbers, one for each " + GRID + ": " + perCell);
        }
        if (grids.stream().anyMatch(grid -> grid < 1)) {
            throw context.wrong(GRID, "are not positive numbers: " + grids);
        }
        return new BlazeAnchors(grids, perCell);
    }

    /** The grids of an input as feature maps. */
    List<FeatureMap> maps(Frame frame, Outputs outputs) {
        if (!grids.isEmpty()) {
            return maps(frame, grids, perCell);
        }
        // Full range: one anchor for every 4 pixels. Short range and palms: 2 for every 8 pixels, 6 for every 16.
        List<FeatureMap> fullRange = maps(frame, List.of(frame.width() / 4), List.of(1));
        boolean full = outputs.find(tensor -> tensor.size() == FeatureMap.boxes(fullRange))
                .isPresent();
        return full ? fullRange : maps(frame, List.of(frame.width() / 8, frame.width() / 16), List.of(2, 6));
    }

    private static List<FeatureMap> maps(Frame frame, List<Integer> grids, List<Integer> perCell) {
        List<FeatureMap> maps = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < grids.size(); i++) {
            int cells = grids.get(i);
            FeatureMap map = new FeatureMap(Math.max(1, frame.width() / cells), cells, cells, perCell.get(i), first);
            maps.add(map);
            first = map.end();
        }
        return maps;
    }
}
