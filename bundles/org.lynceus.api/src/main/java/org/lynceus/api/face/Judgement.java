package org.lynceus.api.face;

import java.util.Objects;

/**
 * A value and how sure it is.
 *
 * <pre>{@code
 * new Judgement<>(false, 94.7f)   // no beard, and that is rather sure
 * }</pre>
 *
 * @param value what is judged to be so
 * @param confidence in that value, 0–100; of two values the surer one is given, so that it is 50 at least, and 50 where
 *     nothing can be judged, as in a profile or of a tiny face; of an {@link Emotion}, one of eight, it may be less
 */
public record Judgement<T>(T value, float confidence) {
    /** Checks that the value is there. */
    public Judgement {
        Objects.requireNonNull(value, "value");
    }
}
