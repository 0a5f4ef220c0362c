package org.lynceus.api.face;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The faces of an image.
 *
 * @param faces largest first
 * @param orientation how the picture is turned, where that was looked for
 */
public record FaceResult(List<Face> faces, Optional<Orientation> orientation) {
    /** Copies the list. */
    public FaceResult {
        faces = List.copyOf(faces);
        Objects.requireNonNull(orientation, "orientation");
    }
}
