package org.lynceus.evaluate.statistics;

import java.util.Arrays;

/** Quantiles of a sample. Immutable. */
public final class Quantiles {
    private final double[] sorted;

    /** Sorts a copy of the values. */
    public Quantiles(double... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /**
     * The smallest value that is not exceeded by the share of all values (nearest rank).
     *
     * @param share above 0, up to 1; 0.5 gives the median
     * @return NaN without any value
     */
    public double at(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
