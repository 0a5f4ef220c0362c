package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.Strides;

/**
 * Anchors of a detector, and how its numbers move and stretch them.
 *
 * @param rows cy, cx, h, w of each anchor in ratios of the input
 * @param divisors of dy, dx, dh, dw
 */
record AnchorBoxes(float[] rows, double[] divisors) {
    private static final String FILE = "anchors";
    private static final String DIVISORS = "anchors.scale";
    private static final int SIDES = 4;
    private static final int OCTAVES = 3;
    private static final double LONG = Math.sqrt(2);
    private static final double[][] ASPECTS = {{1, 1}, {1 / LONG, LONG}, {LONG, 1 / LONG}};

    /** Reads the file that {@code anchors} names, and {@code anchors.scale}: one divisor, or four. */
    static AnchorBoxes of(DecoderContext context) {
        return new AnchorBoxes(context.floats(FILE, SIDES), divisors(context));
    }

    /** Whether the description names a file of anchors. */
    static boolean given(DecoderContext context) {
        return context.has(FILE);
    }

    /**
     * Makes the anchors of EfficientDet: in each cell of each map three sizes, a third of an octave apart, of three aspects.
     * Source: arXiv 1911.09070 and its reference implementation, in which the cells share the input evenly.
     *
     * @param size side of the smallest anchor in sides of a cell
     */
    static AnchorBoxes efficientDet(Strides strides, Frame frame, double size, double[] divisors) {
        List<FeatureMap> maps = strides.maps(frame);
        float[] rows = new float[SIDES * FeatureMap.boxes(maps)];
        for (FeatureMap map : maps) {
            for (int box = map.first(); box < map.end(); box++) {
                int kind = map.kind(box);
                double octave = kind / ASPECTS.length;
                double side = size * Math.pow(2, octave / OCTAVES);
                double[] aspect = ASPECTS[kind % ASPECTS.length];
                int at = SIDES * box;
                rows[at] = (float) ((map.row(box) + 0.5) / map.rows());
                rows[at + 1] = (float) ((map.column(box) + 0.5) / map.columns());
                rows[at + 2] = (float) (side * aspect[0] / map.rows());
                rows[at + 3] = (float) (side * aspect[1] / map.columns());
            }
        }
        return new AnchorBoxes(rows, divisors);
    }

    /** Number of anchors. */
    int count() {
        return rows.length / SIDES;
    }

    /**
     * Adds the box of an anchor to the candidates.
     *
     * @param values hold dy, dx, dh, dw of the anchor at {@code from}
     */
    void add(Candidates candidates, Frame frame, float score, int label, int anchor, float[] values, int from) {
        int at = SIDES * anchor;
        double cy = values[from] / divisors[0] * rows[at + 2] + rows[at];
        double cx = values[from + 1] / divisors[1] * rows[at + 3] + rows[at + 1];
        double halfHeight = Math.exp(values[from + 2] / divisors[2]) * rows[at + 2] / 2;
        double halfWidth = Math.exp(values[from + 3] / divisors[3]) * rows[at + 3] / 2;
        candidates.add(
                score,
                label,
                anchor,
                (float) ((cx - halfWidth) * frame.width()),
                (float) ((cy - halfHeight) * frame.height()),
                (float) ((cx + halfWidth) * frame.width()),
                (float) ((cy + halfHeight) * frame.height()));
    }

    /** Reads {@code anchors.scale}. */
    static double[] divisors(DecoderContext context) {
        List<Double> numbers = context.numbers(DIVISORS);
        if (numbers.isEmpty()) {
            numbers = List.of(1.0);
        }
        if (numbers.size() != 1 && numbers.size() != SIDES || numbers.stream().anyMatch(number -> !(number > 0))) {
            throw context.wrong(DIVISORS, "is not one or four positive numbers: " + numbers);
        }
        double[] divisors = new double[SIDES];
        for (int i = 0; i < SIDES; i++) {
            divisors[i] = numbers.get(numbers.size() == 1 ? 0 : i);
        }
        return divisors;
    }
}
