package org.lynceus.api.face;

import java.util.Objects;

/**
 * A value and how sure it is.
 *
 * @param value what is judged to be so
 * @param confidence in that value, 0–100
 */
public record Judgement<T>(T value, float confidence) {
    /** Checks that the value is there. */
    public Judgement {
        Objects.requireNonNull(value, "value");
    }
}
