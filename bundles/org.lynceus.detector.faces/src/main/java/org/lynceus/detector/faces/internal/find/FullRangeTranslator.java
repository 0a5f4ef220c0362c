package org.lynceus.detector.faces.internal.find;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.detector.faces.internal.face.CropTranslator;
import org.lynceus.detector.faces.internal.face.Numbers;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.detector.faces.internal.face.Verification;
import org.lynceus.model.api.GraphInfo;
import org.opencv.core.Point;

/**
 * Asks the MediaPipe full-range face detector whether there is a face in the middle of a crop.
 *
 * <p>The graph gives, for each cell of a grid, a logit [1, cells, 1] and 16 numbers [1, cells, 16]: centre, size and six
 * keypoints in pixels of the input, the points relative to the middle of the cell.
 */
public final class FullRangeTranslator extends CropTranslator<Verification> {
    /** A face counts when its centre is this close, in pixels of the input, to the middle of the crop. */
    private static final double CENTRE_TOLERANCE = 36;

    private static final int NUMBERS = 16;
    private static final int KEYPOINTS = 6;

    public FullRangeTranslator(GraphInfo graph) {
        super(graph);
    }

    @Override
    public Verification decode(SquareCrop crop, int size, NDList outputs) {
        float[] logits = numbers(outputs, "one logit per cell", shape -> last(shape) == 1);
        float[] numbers = numbers(outputs, "16 numbers per cell", shape -> last(shape) == NUMBERS);
        int cells = (int) Math.round(Math.sqrt(logits.length));
        int best = -1;
        for (int i = 0; i < logits.length; i++) {
            if ((best < 0 || logits[i] > logits[best]) && central(numbers, i, cells, size)) {
                best = i;
            }
        }
        if (best < 0) {
            return Verification.NONE;
        }
        double anchorX = anchor(best % cells, cells, size);
        double anchorY = anchor(best / cells, cells, size);
        List<Point> keypoints = new ArrayList<>(KEYPOINTS);
        for (int k = 0; k < KEYPOINTS; k++) {
            int at = best * NUMBERS + 4 + 2 * k;
            keypoints.add(crop.toPicture(numbers[at] + anchorX, numbers[at + 1] + anchorY, size));
        }
        return new Verification(Numbers.sigmoid(logits[best]), keypoints);
    }

    private static boolean central(float[] numbers, int cell, int cells, int size) {
        double x = numbers[cell * NUMBERS] + anchor(cell % cells, cells, size);
        double y = numbers[cell * NUMBERS + 1] + anchor(cell / cells, cells, size);
        return Math.abs(x - size / 2.0) <= CENTRE_TOLERANCE && Math.abs(y - size / 2.0) <= CENTRE_TOLERANCE;
    }

    private static double anchor(int index, int cells, int size) {
        return (index + 0.5) / cells * size;
    }

    private static long last(Shape shape) {
        return shape.get(shape.dimension() - 1);
    }
}
