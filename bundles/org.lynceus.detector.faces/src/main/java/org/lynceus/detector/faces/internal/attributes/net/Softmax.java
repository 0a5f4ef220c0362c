package org.lynceus.detector.faces.internal.attributes.net;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Probabilities of a graph's numbers. */
final class Softmax {
    private Softmax() {}

    /** Of logits. */
    static double[] of(float[] logits) {
        double largest = stream(logits).max().orElse(0);
        return normalised(stream(logits).map(logit -> Math.exp(logit - largest)));
    }

    /** Of what are probabilities already, but for rounding. */
    static double[] shares(float[] probabilities) {
        return normalised(stream(probabilities).map(probability -> Math.max(0, probability) + Double.MIN_NORMAL));
    }

    private static double[] normalised(DoubleStream positive) {
        double[] values = positive.toArray();
        double sum = DoubleStream.of(values).sum();
        return DoubleStream.of(values).map(value -> value / sum).toArray();
    }

    private static DoubleStream stream(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
    }
}
