package org.lynceus.inference.internal.decode.faces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.lynceus.api.face.Point;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.model.api.role.DetectedFace;

/**
 * What the decoders of all families share: from scored boxes to faces in the picture.
 *
 * @param selection of the boxes
 * @param keypoints names of the points, as the description gives them; empty when it does not
 */
record FaceReader(Selection selection, List<String> keypoints) {
    private static final String KEYPOINTS = "keypoints";

    FaceReader {
        keypoints = List.copyOf(keypoints);
    }

    /** Reads the description. */
    static FaceReader of(DecoderContext context, double threshold, double iou) {
        return new FaceReader(Selection.of(context, threshold, iou), context.list(KEYPOINTS));
    }

    /**
     * Checks that the graph gives as many points as the description names.
     *
     * @throws IllegalArgumentException when it does not
     */
    void checkPoints(int points) {
        if (!keypoints.isEmpty() && keypoints.size() != points) {
            throw new IllegalArgumentException(
                    KEYPOINTS + " names " + keypoints.size() + " points " + keypoints + ", the outputs hold " + points);
        }
    }

    /**
     * The results among the candidates, best first.
     *
     * @param points of a row of the outputs, in pixels of the input
     */
    List<DetectedFace> read(Frame frame, Candidates candidates, IntFunction<float[]> points) {
        int[] best = selection.best(candidates);
        List<DetectedFace> faces = new ArrayList<>(best.length);
        for (int index : best) {
            faces.add(new DetectedFace(
                    Selection.confidence(candidates.score(index)),
                    frame.box(candidates.x1(index), candidates.y1(index), candidates.x2(index), candidates.y2(index)),
                    points(frame, points.apply(candidates.row(index)))));
        }
        return faces;
    }

    /** No points when one of them is not finite. */
    private static List<Point> points(Frame frame, float[] pixels) {
        List<Point> points = new ArrayList<>(pixels.length / 2);
        for (int i = 0; i + 1 < pixels.length; i += 2) {
            if (!Float.isFinite(pixels[i]) || !Float.isFinite(pixels[i + 1])) {
                return List.of();
            }
            points.add(frame.point(pixels[i], pixels[i + 1]));
        }
        return points;
    }
}
