package org.lynceus.api.face;

import java.util.Objects;

/**
 * A named point of a face.
 *
 * @param type which point
 * @param x ratio of the upright image's width, may leave 0–1
 * @param y ratio of the upright image's height, may leave 0–1
 */
public record Landmark(LandmarkType type, float x, float y) {
    /** Checks that the type is there. */
    public Landmark {
        Objects.requireNonNull(type, "type");
    }
}
