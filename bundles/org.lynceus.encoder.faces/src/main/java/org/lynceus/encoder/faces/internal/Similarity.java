package org.lynceus.encoder.faces.internal;

import org.lynceus.model.api.ModelInfo;

/**
 * Calibrated similarity: {@code 100 / (1 + exp(-slope · (cosine − midpoint)))}, through two cosines that are
 * reached by one in a thousand (80) and by one in a hundred thousand (99) pairs of different people. The constants belong
 * to the encoder.
 *
 * @param slope steepness, above 0
 * @param midpoint cosine of similarity 50
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

    /** Reads constants whose properties begin with a prefix. */
    static Similarity of(ModelInfo info, String prefix) {
        return new Similarity(Properties.number(info, prefix + SLOPE), Properties.number(info, prefix + MIDPOINT));
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
