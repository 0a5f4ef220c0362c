package org.lynceus.api.celebrity;

import java.util.Set;
import org.lynceus.api.face.FaceAttribute;

/**
 * What a celebrity recognition is asked for.
 *
 * @param attributes attributes of the faces beside box, landmarks, pose and quality; absent means none
 * @param maxFaces the largest faces are looked at, at most this many; absent means 64
 * @param minConfidence 0–100; a face that is recognised with less counts as unrecognised; absent means 0
 */
public record CelebrityOptions(Set<FaceAttribute> attributes, Integer maxFaces, Float minConfidence) {
    /** The names of the 64 largest faces. */
    public static final CelebrityOptions DEFAULT = new CelebrityOptions(null, null, null);

    private static final int FACES = 64;
    private static final float CERTAIN = 100;

    /**
     * Fills in the defaults.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public CelebrityOptions {
        attributes = attributes == null ? Set.of() : Set.copyOf(attributes);
        maxFaces = maxFaces == null ? FACES : maxFaces;
        minConfidence = minConfidence == null ? 0f : minConfidence;
        if (maxFaces < 1) {
            throw new IllegalArgumentException("maxFaces is at least 1, not " + maxFaces);
        }
        if (!(minConfidence >= 0 && minConfidence <= CERTAIN)) {
            throw new IllegalArgumentException("minConfidence is a number from 0 to 100, not " + minConfidence);
        }
    }
}
