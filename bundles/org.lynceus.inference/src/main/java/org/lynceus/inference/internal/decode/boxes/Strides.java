package org.lynceus.inference.internal.decode.boxes;

import java.util.Collections;
import java.util.List;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;

/**
 * The feature maps of a detector that sees the picture at several scales.
 *
 * @param strides side of a cell in pixels of the input, of each map
 * @param perCell boxes of a cell, of each map
 */
public record Strides(List<Integer> strides, List<Integer> perCell) {
    private static final String STRIDES = "strides";
    private static final String PER_CELL = "anchors.per.cell";

    /** Copies the lists. */
    public Strides {
        strides = List.copyOf(strides);
        perCell = List.copyOf(perCell);
    }

    /**
     * Reads {@code strides} and {@code anchors.per.cell}.
     *
     * @param absent strides where the description has none
     * @param perCell boxes of each cell where the description does not say
     */
    public static Strides of(DecoderContext context, List<Integer> absent, int perCell) {
        List<Integer> strides = positive(context, STRIDES, absent);
        List<Integer> counts = positive(context, PER_CELL, List.of(perCell));
        if (counts.size() == 1) {
            counts = Collections.nCopies(strides.size(), counts.get(0));
        }
        if (counts.size() != strides.size()) {
            throw context.wrong(PER_CELL, "has " + counts.size() + " numbers for " + strides.size() + " strides");
        }
        return new Strides(strides, counts);
    }

    /** The maps of an input. */
    public List<FeatureMap> maps(Frame frame) {
        return FeatureMap.of(frame.width(), frame.height(), strides, perCell);
    }

    /**
     * The maps of an input whose outputs give all boxes in one table.
     *
     * @param rows of the table
     * @throws IllegalArgumentException when that is not the number of boxes
     */
    public List<FeatureMap> maps(Frame frame, int rows) {
        List<FeatureMap> maps = maps(frame);
        int boxes = FeatureMap.boxes(maps);
        if (boxes != rows) {
            throw new IllegalArgumentException("strides " + strides + " with " + perCell + " boxes in each cell give "
                    + boxes + " boxes for an input of " + frame.width() + " x " + frame.height() + ", the output has "
                    + rows);
        }
        return maps;
    }

    private static List<Integer> positive(DecoderContext context, String key, List<Integer> absent) {
        List<Integer> numbers = context.has(key) ? context.integers(key) : absent;
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < 1)) {
            throw context.wrong(key, "are not positive numbers: " + numbers);
        }
        return numbers;
    }
}
