package org.lynceus.encoder.faces.internal;

/**
 * A turn, a scale and a shift that carry one set of points to another with the least squared error.
 *
 * <p>Closed form in the plane without reflection. Source: Umeyama, "Least-squares estimation of transformation parameters
 * between two point patterns", IEEE TPAMI 13(4), 1991.
 *
 * @param a scale times cosine of the turn
 * @param b scale times sine of the turn
 * @param tx shift to the right
 * @param ty shift downwards
 */
record SimilarityTransform(double a, double b, double tx, double ty) {
    /**
     * Fits the transform that carries {@code from[i]} to {@code to[i]}.
     *
     * @param from points as x, y
     * @param to as many points as x, y
     */
    static SimilarityTransform fit(double[][] from, double[][] to) {
        double[] fromMean = mean(from);
        double[] toMean = mean(to);
        double dot = 0;
        double cross = 0;
        double square = 0;
        for (int i = 0; i < from.length; i++) {
            double x = from[i][0] - fromMean[0];
            double y = from[i][1] - fromMean[1];
            double u = to[i][0] - toMean[0];
            double v = to[i][1] - toMean[1];
            dot += x * u + y * v;
            cross += x * v - y * u;
            square += x * x + y * y;
        }
        if (square == 0) {
            throw new IllegalArgumentException("all points coincide");
        }
        double a = dot / square;
        double b = cross / square;
        return new SimilarityTransform(
                a, b, toMean[0] - a * fromMean[0] + b * fromMean[1], toMean[1] - b * fromMean[0] - a * fromMean[1]);
    }

    /** By how much lengths grow. */
    double scale() {
        return Math.hypot(a, b);
    }

    /** The 2 × 3 matrix, row by row. */
    double[] matrix() {
        return new double[] {a, -b, tx, b, a, ty};
    }

    private static double[] mean(double[][] points) {
        double x = 0;
        double y = 0;
        for (double[] point : points) {
            x += point[0];
            y += point[1];
        }
        return new double[] {x / points.length, y / points.length};
    }
}
