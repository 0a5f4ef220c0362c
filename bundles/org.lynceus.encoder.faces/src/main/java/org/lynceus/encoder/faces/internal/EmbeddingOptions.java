package org.lynceus.encoder.faces.internal;

/**
 * Which faces are encoded.
 *
 * @param minConfidence 0–100; faces below it are left out; absent means 0
 * @param maxResults at least 1; the largest faces are encoded, at most this many; absent means 100
 */
public record EmbeddingOptions(Float minConfidence, Integer maxResults) {
    /** The hundred largest faces. */
    public static final EmbeddingOptions DEFAULT = new EmbeddingOptions(null, null);

    private static final float MAX_CONFIDENCE = 100;
    private static final int RESULTS = 100;

    /**
     * Fills in the defaults.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public EmbeddingOptions {
        minConfidence = minConfidence == null ? 0f : minConfidence;
        maxResults = maxResults == null ? RESULTS : maxResults;
        if (!(minConfidence >= 0 && minConfidence <= MAX_CONFIDENCE)) {
            throw new IllegalArgumentException("minConfidence is a number from 0 to 100, not " + minConfidence);
        }
        if (maxResults < 1) {
            throw new IllegalArgumentException("maxResults is at least 1, not " + maxResults);
        }
    }
}
