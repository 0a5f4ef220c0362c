package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.Arrays;

/**
 * A function of straight pieces between knots; before the first and after the last knot it goes on as the nearest piece.
 */
final class PiecewiseLinear {
    private final double[] x;
    private final double[] y;

    /**
     * Creates a function.
     *
     * @param x of the knots, at least two, ascending
     * @param y of the knots, as many, not falling
     * @throws IllegalArgumentException otherwise
     */
    PiecewiseLinear(double[] x, double[] y) {
        if (x.length < 2 || x.length != y.length || !ascending(x, true) || !ascending(y, false)) {
            throw new IllegalArgumentException(
                    "not knots of an ascending function: " + Arrays.toString(x) + ", " + Arrays.toString(y));
        }
        this.x = x.clone();
        this.y = y.clone();
    }

    /**
     * Reads knots, separated by commas.
     *
     * @throws IllegalArgumentException when they are none
     */
    static PiecewiseLinear of(String x, String y) {
        return new PiecewiseLinear(numbers(x), numbers(y));
    }

    double at(double value) {
        int piece = 0;
        while (piece < x.length - 2 && value > x[piece + 1]) {
            piece++;
        }
        double slope = (y[piece + 1] - y[piece]) / (x[piece + 1] - x[piece]);
        return y[piece] + (value - x[piece]) * slope;
    }

    private static double[] numbers(String text) {
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::trim)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not numbers: " + text, e);
        }
    }

    private static boolean ascending(double[] values, boolean strictly) {
        for (int i = 1; i < values.length; i++) {
            if (Double.isNaN(values[i]) || values[i] < values[i - 1] || strictly && values[i] == values[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
