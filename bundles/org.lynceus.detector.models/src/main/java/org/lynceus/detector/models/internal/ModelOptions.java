package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What of a model's answer is wanted.
 *
 * @param minConfidence 0–100; findings below it are left out; absent means 0: all that the model's own threshold lets pass
 * @param maxResults at least 1; the most confident findings are returned, at most this many; absent means 100
 */
public record ModelOptions(Float minConfidence, Integer maxResults) {
    /** The first hundred findings, however confident. */
    public static final ModelOptions DEFAULT = new ModelOptions(null, null);

    private static final float MAX_CONFIDENCE = 100;
    private static final int RESULTS = 100;

    /**
     * Fills in the defaults.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public ModelOptions {
        minConfidence = minConfidence == null ? 0f : minConfidence;
        maxResults = maxResults == null ? RESULTS : maxResults;
        if (!(minConfidence >= 0 && minConfidence <= MAX_CONFIDENCE)) {
            throw new IllegalArgumentException("minConfidence is a number from 0 to 100, not " + minConfidence);
        }
        if (maxResults < 1) {
            throw new IllegalArgumentException("maxResults is at least 1, not " + maxResults);
        }
    }

    /**
     * The findings that are wanted, in the order given.
     *
     * @param findings of a model
     * @param confidence of a finding, 0–100
     */
    <T> List<T> wanted(List<T> findings, ToDoubleFunction<T> confidence) {
        return findings.stream()
                .filter(finding -> confidence.applyAsDouble(finding) >= minConfidence)
                .limit(maxResults)
                .toList();
    }
}
