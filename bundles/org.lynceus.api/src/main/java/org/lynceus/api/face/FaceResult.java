package org.lynceus.api.face;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The faces of an image.
 *
 * @param faces largest first; boxes and points are ratios of the image as opened, from the edges of its first pixels,
 *     also when it lies on its side
 * @param orientation how the picture lies, as its faces tell; empty when the file told (then the image has been turned
 *     upright already) or when no face was found
 */
public record FaceResult(List<Face> faces, Optional<Orientation> orientation) {
    /** Copies the list. */
    public FaceResult {
        faces = List.copyOf(faces);
        Objects.requireNonNull(orientation, "orientation");
    }
}
