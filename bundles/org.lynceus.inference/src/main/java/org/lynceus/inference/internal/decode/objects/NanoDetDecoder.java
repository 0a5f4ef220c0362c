package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.MapTables;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Slice;
import org.lynceus.inference.internal.decode.boxes.Strides;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads NanoDet: for each cell of each stride the scores of the classes and, for each side of the box, how probable each
 * of some distances is. The two are outputs of their own per stride, [1, n, C] and [1, n, 4 B], or columns of one output
 * [1, N, C + 4 B].
 *
 * <p>A side lies at sum(softmax(bins) i) s from the middle of the cell, for cells of side s; left, top, right, bottom.
 * Source: Generalized Focal Loss, arXiv 2006.04388.
 */
final class NanoDetDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.35;
    private static final double IOU = 0.6;
    private static final double MIDDLE = 0.5;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final String BINS = "bins";
    private static final int MOST_BINS = 1000;
    private static final int SIDES = 4;

    private final ObjectReader reader;
    private final ClassScores scores;
    private final Strides strides;
    private final double offset;
    private final int bins;

    /** Makes a decoder of what the description says. */
    NanoDetDecoder(DecoderContext context) {
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        this.reader = new ObjectReader(Classes.of(context, Classes.Background.NONE), selection);
        this.scores = ClassScores.ofEach(context, selection.threshold(), true);
        this.strides = Strides.of(context, STRIDES, 1);
        this.offset = context.ratio("anchors.offset", MIDDLE);
        this.bins = context.integer(BINS, 0, 2, MOST_BINS);
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        Candidates candidates = reader.selection().candidates();
        if (outputs.size() == 1) {
            readOne(frame, candidates, outputs);
        } else {
            readPairs(frame, candidates, outputs);
        }
        return reader.read(frame, candidates);
    }

    private void readOne(Frame frame, Candidates candidates, Outputs outputs) {
        int classes = reader.classes().size();
        Tensor both = outputs.require(
                "scores of " + classes + " classes and distances of the four sides [1, N, " + classes + " + 4 B]",
                tensor -> Tables.hasColumns(tensor, tensor.axis(-1)) && areDistances(tensor.axis(-1) - classes));
        Slice scored = new Slice(both, 0, 0, classes);
        Slice distances = Slice.columns(both, classes);
        for (FeatureMap map : strides.maps(frame, Tables.rows(both))) {
            read(candidates, map, scored.from(map.first()), distances.from(map.first()));
        }
    }

    private void readPairs(Frame frame, Candidates candidates, Outputs outputs) {
        MapTables tables = new MapTables(outputs, strides.maps(frame));
        for (FeatureMap map : tables.maps()) {
            Slice scored = tables.require(map, "scores", reader.classes().size());
            Slice distances = tables.all(map, this::areDistances).stream()
                    .filter(slice -> slice.table() != scored.table())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no output holds distances of the four sides of"
                            + " stride " + map.stride() + " [1, " + map.boxes() + ", 4 B] among " + outputs));
            read(candidates, map, scored, distances);
        }
    }

    private void read(Candidates candidates, FeatureMap map, Slice scored, Slice distances) {
        int[] labels = reader.classes().ofColumns(scored.columns(), scored.table());
        ClassScores.Found found = (box, label, score) -> add(candidates, map, distances, box, label, score);
        for (int box = map.first(); box < map.end(); box++) {
            scores.row(scored.values(), scored.index(box - map.first()), labels, box, 1, found);
        }
    }

    private void add(Candidates candidates, FeatureMap map, Slice distances, int box, int label, float score) {
        double x = map.column(box) + offset;
        double y = map.row(box) + offset;
        int count = distances.columns() / SIDES;
        int from = distances.index(box - map.first());
        double left = expected(distances.values(), from, count);
        double top = expected(distances.values(), from + count, count);
        double right = expected(distances.values(), from + 2 * count, count);
        double bottom = expected(distances.values(), from + 3 * count, count);
        candidates.add(
                score,
                label,
                box,
                (float) ((x - left) * map.stride()),
                (float) ((y - top) * map.stride()),
                (float) ((x + right) * map.stride()),
                (float) ((y + bottom) * map.stride()));
    }

    private boolean areDistances(int columns) {
        return bins == 0 ? columns >= 2 * SIDES && columns % SIDES == 0 : columns == SIDES * bins;
    }

    /** Mean of 0, 1, 2 … weighted with the softmax of the values. */
    private static double expected(float[] values, int from, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, values[from + i]);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < count; i++) {
            double weight = Math.exp(values[from + i] - most);
            sum += weight;
            weighted += i * weight;
        }
        return weighted / sum;
    }
}
