package org.lynceus.detector.faces.internal.attributes.rule;

/** Log-odds. */
final class Logit {
    private static final double SMALLEST = 1e-4;

    private Logit() {}

    /** Of a probability, which is kept 0.0001 away from 0 and 1. */
    static double of(double probability) {
        double p = Math.max(SMALLEST, Math.min(1 - SMALLEST, probability));
        return Math.log(p / (1 - p));
    }

    /** Of a probability, kept within some limit, so that a model that is too sure of itself can be overruled. */
    static double within(double limit, double probability) {
        return Math.max(-limit, Math.min(limit, of(probability)));
    }

    /** The probability of log-odds. */
    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
