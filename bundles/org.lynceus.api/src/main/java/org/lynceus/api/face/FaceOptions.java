package org.lynceus.api.face;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a face analysis is asked for.
 *
 * @param attributes attributes beside box, landmarks, pose and quality; only these are computed; absent means none
 * @param maxFaces the largest faces are returned, at most this many; absent means 100
 */
public record FaceOptions(Set<FaceAttribute> attributes, Integer maxFaces) {
    /** Boxes, five landmarks, pose and quality of up to 100 faces. */
    public static final FaceOptions DEFAULT = new FaceOptions(Set.of(), 100);

    /** Everything there is, of up to 100 faces. */
    public static final FaceOptions ALL = new FaceOptions(EnumSet.allOf(FaceAttribute.class), 100);

    /** Fills in the defaults. */
    public FaceOptions {
        attributes = attributes == null ? Set.of() : Set.copyOf(attributes);
        maxFaces = maxFaces == null ? 100 : maxFaces;
        if (maxFaces < 1) {
            throw new IllegalArgumentException("maxFaces " + maxFaces);
        }
    }
}
