package org.lynceus.encoder.faces.internal;

import java.util.Optional;
import org.lynceus.model.api.ModelInfo;

/**
 * How the vectors of a model are joined with those of a companion. The constants belong to the model that names the
 * companion, and hold for that very companion only.
 *
 * @param companion version of the companion's encoder
 * @param weight of the model's own cosine, above 0
 * @param companionWeight of the companion's cosine, above 0; both weights make 1
 * @param calibration of joined vectors
 */
record Fusion(String companion, double weight, double companionWeight, Calibration calibration) {
    /** Model property that holds {@link #companion}; a model without it is not joined with another. */
    static final String COMPANION = "fusion.with";

    /** Model property that holds {@link #weight}. */
    static final String WEIGHT = "fusion.weight";

    /** Model property that holds {@link #companionWeight}. */
    static final String COMPANION_WEIGHT = "fusion.companion.weight";

    /** Begins the model properties that hold {@link #calibration}. */
    static final String PREFIX = "fusion.";

    private static final double ROUNDING = 1e-6;

    Fusion {
        if (!(weight > 0 && companionWeight > 0 && Math.abs(weight + companionWeight - 1) < ROUNDING)) {
            throw new IllegalArgumentException(WEIGHT + " and " + COMPANION_WEIGHT
                    + " are above 0 and make 1 together, not " + weight + " and " + companionWeight);
        }
    }

    /**
     * Reads how a model wants to be joined.
     *
     * @return empty when it does not
     * @throws IllegalArgumentException when it names a companion but not the rest, or a value makes no sense
     */
    static Optional<Fusion> of(ModelInfo info) {
        return info.property(COMPANION)
                .map(companion -> new Fusion(
                        companion.trim(),
                        Properties.number(info, WEIGHT),
                        Properties.number(info, COMPANION_WEIGHT),
                        Calibration.of(info, PREFIX)));
    }

    /**
     * Joins two vectors of length 1 to one of length 1: the one after the other, each times the root of its weight.
     *
     * @param own of the model
     * @param other of the companion
     */
    float[] join(float[] own, float[] other) {
        float[] joined = new float[own.length + other.length];
        double root = Math.sqrt(weight);
        for (int i = 0; i < own.length; i++) {
            joined[i] = (float) (root * own[i]);
        }
        double otherRoot = Math.sqrt(companionWeight);
        for (int i = 0; i < other.length; i++) {
            joined[own.length + i] = (float) (otherRoot * other[i]);
        }
        return joined;
    }
}
