package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Strides;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads YOLOX: for each cell of each stride x, y, w, h, objectness and the scores of the classes.
 *
 * <p>As the official export leaves it, the centre is ((column + x) s, (row + y) s) and the size (exp(w) s, exp(h) s) for a
 * cell of side s. Source: YOLOX: Exceeding YOLO Series in 2021, arXiv 2107.08430.
 */
final class YoloxDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.3;
    private static final double IOU = 0.45;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);

    private final ObjectReader reader;
    private final ObjectnessRows rows;
    private final Strides strides;

    private YoloxDecoder(ObjectReader reader, ObjectnessRows rows, Strides strides) {
        this.reader = reader;
        this.rows = rows;
        this.strides = strides;
    }

    /** Makes a decoder of raw numbers, or, with {@code boxes.decoded=true}, of boxes as YOLOv5 gives them. */
    static Decoder<List<DetectedObject>> create(DecoderContext context) {
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        ObjectnessRows rows = ObjectnessRows.of(context, selection);
        ObjectReader reader = new ObjectReader(rows.classes(), selection);
        return context.flag("boxes.decoded", false)
                ? new YoloRowsDecoder(
                        reader, rows, BoxFormat.of(context, BoxFormat.Order.CXCYWH, BoxFormat.Space.PIXEL))
                : new YoloxDecoder(reader, rows, Strides.of(context, STRIDES, 1));
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        Tensor output = rows.find(outputs);
        int[] labels = rows.labels(output);
        Candidates candidates = reader.selection().candidates();
        for (FeatureMap map : strides.maps(frame, Tables.rows(output))) {
            ClassScores.Found found = (row, label, score) -> add(candidates, output, map, row, label, score);
            for (int row = map.first(); row < map.end(); row++) {
                rows.scan(output, row, labels, found);
            }
        }
        return reader.read(frame, candidates);
    }

    private static void add(Candidates candidates, Tensor output, FeatureMap map, int row, int label, float score) {
        int from = row * output.axis(-1);
        double x = (map.column(row) + output.at(from)) * map.stride();
        double y = (map.row(row) + output.at(from + 1)) * map.stride();
        double halfWidth = Math.exp(output.at(from + 2)) * map.stride() / 2;
        double halfHeight = Math.exp(output.at(from + 3)) * map.stride() / 2;
        candidates.add(
                score, label, row, (float) (x - halfWidth), (float) (y - halfHeight), (float) (x + halfWidth), (float)
                        (y + halfHeight));
    }
}
