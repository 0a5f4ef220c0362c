package org.lynceus.evaluate.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A rising function through measured points: the isotonic least-squares fit of the points (pool adjacent violators),
 * linear between them and constant beyond. Immutable.
 */
public final class Monotone {
    private final double[] at;
    private final double[] value;

    private Monotone(double[] at, double[] value) {
        this.at = at;
        this.value = value;
    }

    /**
     * A measured point.
     *
     * @param at where
     * @param value what was measured there
     */
    public record Sample(double at, double value) {}

    /**
     * Fits the function.
     *
     * @param samples at least one, in any order
     */
    public static Monotone fit(List<Sample> samples) {
        List<Sample> ordered =
                samples.stream().sorted(Comparator.comparingDouble(Sample::at)).toList();
        int count = ordered.size();
        double[] at = ordered.stream().mapToDouble(Sample::at).toArray();
        double[] mean = new double[count];
        int[] size = new int[count];
        int blocks = 0;
        for (Sample sample : ordered) {
            mean[blocks] = sample.value();
            size[blocks] = 1;
            while (blocks > 0 && mean[blocks - 1] > mean[blocks]) {
                int both = size[blocks - 1] + size[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * size[blocks - 1] + mean[blocks] * size[blocks]) / both;
                size[blocks - 1] = both;
                blocks--;
            }
            blocks++;
        }
        double[] value = new double[count];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(value, from, from + size[block], mean[block]);
            from += size[block];
        }
        return new Monotone(at, value);
    }

    /** The function's value. */
    public double valueAt(double x) {
        int found = Arrays.binarySearch(at, x);
        if (found >= 0) {
            return value[found];
        }
        int after = -found - 1;
        if (after == 0) {
            return value[0];
        }
        if (after == at.length) {
            return value[after - 1];
        }
        double share = (x - at[after - 1]) / (at[after] - at[after - 1]);
        return value[after - 1] + share * (value[after] - value[after - 1]);
    }

    /** The lowest place at which the function reaches a value; infinite when it never does. */
    public double reaches(double wanted) {
        if (value[0] >= wanted) {
            return at[0];
        }
        for (int i = 1; i < at.length; i++) {
            if (value[i] >= wanted) {
                double share = (wanted - value[i - 1]) / (value[i] - value[i - 1]);
                return at[i - 1] + share * (at[i] - at[i - 1]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
