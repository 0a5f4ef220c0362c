package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedObject;

/**
 * Reads YOLO v5, v6 and v7: one output [1, N, 5 + C], each row a decoded box, its objectness and the scores of its classes.
 */
final class YoloRowsDecoder implements Decoder<List<DetectedObject>> {
    private static final double THRESHOLD = 0.25;
    private static final double IOU = 0.45;

    private final ObjectReader reader;
    private final ObjectnessRows rows;
    private final BoxFormat format;

    YoloRowsDecoder(ObjectReader reader, ObjectnessRows rows, BoxFormat format) {
        this.reader = reader;
        this.rows = rows;
        this.format = format;
    }

    /** Makes a decoder of what the description says. */
    static Decoder<List<DetectedObject>> create(DecoderContext context) {
        Selection selection = Selection.of(context, THRESHOLD, IOU);
        ObjectnessRows rows = ObjectnessRows.of(context, selection);
        return new YoloRowsDecoder(
                new ObjectReader(rows.classes(), selection),
                rows,
                BoxFormat.of(context, BoxFormat.Order.CXCYWH, BoxFormat.Space.PIXEL));
    }

    @Override
    public List<DetectedObject> decode(Frame frame, Outputs outputs) {
        Tensor output = rows.find(outputs);
        int[] labels = rows.labels(output);
        int columns = output.axis(-1);
        Candidates candidates = reader.selection().candidates();
        ClassScores.Found found = (row, label, score) ->
                format.add(candidates, frame, score, label, row, output.values(), row * columns, 1);
        for (int row = 0; row < Tables.rows(output); row++) {
            rows.scan(output, row, labels, found);
        }
        return reader.read(frame, candidates);
    }
}
