package org.lynceus.inference.internal.decode.faces;

import java.util.List;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.BoxFormat;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Tables;
import org.lynceus.model.api.role.DetectedFace;

/**
 * Reads UltraFace, whose graph decodes its priors itself: scores [1, N, 2], of which the second column is "face", and
 * boxes [1, N, 4] as left, top, right, bottom in ratios of the input. It gives no keypoints.
 *
 * <p>Source: Ultra-Light-Fast-Generic-Face-Detector (RFB-320).
 */
final class UltraFaceDecoder implements Decoder<List<DetectedFace>> {
    private static final double THRESHOLD = 0.7;
    private static final double IOU = 0.4;
    private static final int BOX = 4;
    private static final int FACE = 0;
    private static final float[] NO_POINTS = {};

    private final FaceReader reader;
    private final TwoClasses classes;
    private final BoxFormat format;

    /** Makes a decoder of what the description says. */
    UltraFaceDecoder(DecoderContext context) {
        this.reader = FaceReader.of(context, THRESHOLD, IOU);
        this.classes = TwoClasses.of(context, reader.selection().threshold());
        this.format = BoxFormat.of(context, BoxFormat.Order.XYXY, BoxFormat.Space.RATIO);
    }

    @Override
    public List<DetectedFace> decode(Frame frame, Outputs outputs) {
        Tensor scores = Tables.require(outputs, "scores of nothing and face", TwoClasses.COLUMNS);
        Tensor boxes = Tables.require(outputs, "boxes", Tables.rows(scores), BOX);
        if (outputs.size() > 2) {
            throw new IllegalArgumentException("there are scores and decoded boxes and nothing else, not " + outputs);
        }
        reader.checkPoints(0);
        Candidates candidates = reader.selection().candidates();
        classes.scan(
                scores, (row, score) -> format.add(candidates, frame, score, FACE, row, boxes.values(), row * BOX, 1));
        return reader.read(frame, candidates, row -> NO_POINTS);
    }
}
