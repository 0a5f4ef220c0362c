package org.lynceus.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** Measured values, sorted. */
final class Sample {
    private final double[] values;

    Sample(Collection<Double> values) {
        this.values = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    int size() {
        return values.length;
    }

    /** The value that this share of all values does not exceed; the share is 0–1. */
    double quantile(double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        return values[(int) Math.min(values.length - 1L, Math.round(share * (values.length - 1)))];
    }

    double median() {
        return quantile(0.5);
    }

    double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    double max() {
        return quantile(1);
    }
}
