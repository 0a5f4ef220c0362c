package org.lynceus.inference.internal.decode.faces;

import java.util.List;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.MapTables;
import org.lynceus.inference.internal.decode.boxes.Scoring;
import org.lynceus.inference.internal.decode.boxes.Slice;
import org.lynceus.inference.internal.decode.boxes.Strides;
import org.lynceus.model.api.role.DetectedFace;

/**
 * Reads SCRFD: for each anchor of each stride a score [n, 1], the distances of left, top, right and bottom [n, 4] from the
 * anchor in sides of a cell and, where the graph has them, points [n, 2 K] relative to it in the same unit. A batch axis
 * may come first.
 *
 * <p>Anchors lie at the top left corner of each cell, two of them as a rule. Source: Sample and Computation Redistribution
 * for Efficient Face Detection, arXiv 2105.04714.
 */
final class ScrfdDecoder implements Decoder<List<DetectedFace>> {
    private static final double THRESHOLD = 0.5;
    private static final double IOU = 0.4;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final int ANCHORS_OF_CELL = 2;
    private static final int BOX = 4;
    private static final int FACE = 0;

    private final FaceReader reader;
    private final Scoring scoring;
    private final Strides strides;
    private final double offset;

    /** Makes a decoder of what the description says. */
    ScrfdDecoder(DecoderContext context) {
        this.reader = FaceReader.of(context, THRESHOLD, IOU);
        this.scoring = Scoring.of(context, Activation.NONE);
        this.strides = Strides.of(context, STRIDES, ANCHORS_OF_CELL);
        this.offset = context.ratio("anchors.offset", 0);
    }

    @Override
    public List<DetectedFace> decode(Frame frame, Outputs outputs) {
        MapTables tables = new MapTables(outputs, strides.maps(frame));
        Candidates candidates = reader.selection().candidates();
        for (FeatureMap map : tables.maps()) {
            read(candidates, map, tables.require(map, "scores", 1), tables.require(map, "boxes", BOX));
        }
        MapPoints points = new MapPoints(tables, offset);
        reader.checkPoints(points.count());
        return reader.read(frame, candidates, points::of);
    }

    private void read(Candidates candidates, FeatureMap map, Slice scores, Slice boxes) {
        float limit = scoring.inverse(reader.selection().threshold());
        for (int box = map.first(); box < map.end(); box++) {
            float number = scores.values()[scores.index(box - map.first())];
            if (number > limit) {
                float[] values = boxes.values();
                int from = boxes.index(box - map.first());
                double x = map.column(box) + offset;
                double y = map.row(box) + offset;
                candidates.add(
                        scoring.score(number),
                        FACE,
                        box,
                        (float) ((x - values[from]) * map.stride()),
                        (float) ((y - values[from + 1]) * map.stride()),
                        (float) ((x + values[from + 2]) * map.stride()),
                        (float) ((y + values[from + 3]) * map.stride()));
            }
        }
    }
}
