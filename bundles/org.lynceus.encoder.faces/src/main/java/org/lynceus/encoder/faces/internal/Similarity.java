package org.lynceus.encoder.faces.internal;

import org.lynceus.model.api.ModelInfo;

/**
 * Calibrated similarity: {@code 100 / (1 + exp(-slope · (cosine − midpoint)))}, a logistic fit on pairs of pictures of the
 * same and of different people. The constants belong to the model.
 *
 * @param slope steepness, above 0
 * @param midpoint cosine at which same and different are equally likely
 */
record Similarity(double slope, double midpoint) {
    /** Model property that holds {@link #slope}. */
    static final String SLOPE = "similarity.slope";

    /** Model property that holds {@link #midpoint}. */
    static final String MIDPOINT = "similarity.midpoint";

    Similarity {
        if (!(slope > 0) || !Double.isFinite(midpoint)) {
            throw new IllegalArgumentException("similarity " + slope + " " + midpoint);
        }
    }

    /** Reads the constants of a model. */
    static Similarity of(ModelInfo info) {
        return new Similarity(Properties.number(info, SLOPE), Properties.number(info, MIDPOINT));
    }

    /**
     * Similarity of two vectors of length 1.
     *
     * @param distance Euclidean, 0–2; the cosine is {@code 1 − distance² / 2}
     * @return 0–100
     */
    float of(double distance) {
        double cosine = 1 - distance * distance / 2;
        return (float) (100 / (1 + Math.exp(-slope * (cosine - midpoint))));
    }
}
