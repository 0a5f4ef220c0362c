package org.lynceus.forge.check;

import java.util.Arrays;
import java.util.List;
import org.lynceus.forge.ForgeException;

/**
 * The summary of an output, written {@code <graph>.<output>.l2} and {@code <graph>.<output>.sample}. Norm and sample
 * may deviate by 1e-4, relative.
 *
 * @param l2 Euclidean norm of all values
 * @param sample values at the flat indices i * size / sample count
 */
record Summary(double l2, List<Double> sample) implements Expectation {
    private static final double TOLERANCE = 1e-4;

    static Summary of(float[] values, int count) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        int taken = Math.min(count, values.length);
        Double[] sample = new Double[taken];
        for (int i = 0; i < taken; i++) {
            sample[i] = (double) values[(int) ((long) i * values.length / taken)];
        }
        return new Summary(Math.sqrt(sum), Arrays.asList(sample));
    }

    @Override
    public void require(String label, float[] values) throws ForgeException {
        Summary actual = of(values, sample.size());
        if (actual.sample().size() != sample.size()) {
            throw new ForgeException(
                    label + " has " + values.length + " values, its golden samples " + sample.size() + " of them");
        }
        double deviation = deviation(actual);
        if (!(deviation <= TOLERANCE)) {
            throw new ForgeException(
                    label + " deviates from its golden by " + deviation + " (relative), " + TOLERANCE + " is allowed");
        }
    }

    /** The largest of the relative deviations of norm and sample. */
    private double deviation(Summary other) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < sample.size(); i++) {
            difference += Math.pow(sample.get(i) - other.sample.get(i), 2);
            norm += Math.pow(sample.get(i), 2);
        }
        double ofSample = Math.sqrt(difference) / Math.max(Math.sqrt(norm), 1e-12);
        double ofNorm = Math.abs(l2 - other.l2) / Math.max(l2, 1e-12);
        return Double.isNaN(ofSample) ? ofSample : Math.max(ofSample, ofNorm);
    }
}
