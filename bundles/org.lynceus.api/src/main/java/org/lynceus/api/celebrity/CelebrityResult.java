package org.lynceus.api.celebrity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.Orientation;

/**
 * The faces of an image, with and without a name.
 *
 * @param recognized faces of people of the galleries, largest first
 * @param unrecognized all other faces that were looked at, largest first
 * @param orientation how the picture lies; empty when the file told or when no face was found
 */
public record CelebrityResult(
        List<RecognizedCelebrity> recognized, List<Face> unrecognized, Optional<Orientation> orientation) {
    /** Copies the lists. */
    public CelebrityResult {
        recognized = List.copyOf(recognized);
        unrecognized = List.copyOf(unrecognized);
        Objects.requireNonNull(orientation, "orientation");
    }
}
