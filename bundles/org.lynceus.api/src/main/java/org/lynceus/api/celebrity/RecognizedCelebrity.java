package org.lynceus.api.celebrity;

import java.util.Objects;
import org.lynceus.api.face.Face;

/**
 * A face whose name is known.
 *
 * @param celebrity whose face it is
 * @param matchConfidence that it is that person's face and neither a stranger's nor another person's of the galleries,
 *     0–100
 * @param face where it is
 */
public record RecognizedCelebrity(Celebrity celebrity, float matchConfidence, Face face) {
    /** Checks that nothing is absent. */
    public RecognizedCelebrity {
        Objects.requireNonNull(celebrity, "celebrity");
        Objects.requireNonNull(face, "face");
    }
}
