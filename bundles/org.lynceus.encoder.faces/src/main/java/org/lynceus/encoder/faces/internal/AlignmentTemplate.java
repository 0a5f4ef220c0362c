package org.lynceus.encoder.faces.internal;

import java.util.Arrays;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.ModelInfo;

/**
 * Where the eyes, the nose and the corners of the mouth lie on an aligned face.
 *
 * @param side of the square that the points are given in, in pixels
 * @param points left eye, right eye, nose, left and right corner of the mouth, as x, y
 */
record AlignmentTemplate(double side, double[][] points) {
    /** Model property that holds {@link #side}. */
    static final String SIDE = "alignment.size";

    /** Model property that holds {@link #points} as ten numbers. */
    static final String POINTS = "alignment.template";

    private static final int NUMBERS = 10;

    /** Reads the template that a model was trained with. */
    static AlignmentTemplate of(ModelInfo info) {
        double[] numbers = numbers(info);
        if (numbers.length != NUMBERS) {
            throw new IllegalArgumentException("model " + info.id() + ": " + POINTS + " needs ten numbers");
        }
        double[][] points = new double[NUMBERS / 2][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {numbers[2 * i], numbers[2 * i + 1]};
        }
        return new AlignmentTemplate(Properties.number(info, SIDE), points);
    }

    /** The points for another size of the square. */
    double[][] scaledTo(int size) {
        return Arrays.stream(points)
                .map(point -> new double[] {point[0] * size / side, point[1] * size / side})
                .toArray(double[][]::new);
    }

    /** The points as those of a face that fills the square. */
    FaceAlignment alignment() {
        Point[] ratios = Arrays.stream(points)
                .map(point -> new Point((float) (point[0] / side), (float) (point[1] / side)))
                .toArray(Point[]::new);
        return new FaceAlignment(ratios[0], ratios[1], ratios[2], ratios[3], ratios[4]);
    }

    private static double[] numbers(ModelInfo info) {
        String text = Properties.text(info, POINTS);
        try {
            return Arrays.stream(text.split(","))
                    .mapToDouble(number -> Double.parseDouble(number.trim()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("model " + info.id() + ": " + POINTS + " needs ten numbers", e);
        }
    }
}
