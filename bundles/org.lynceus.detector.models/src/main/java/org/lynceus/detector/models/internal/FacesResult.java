package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;

/**
 * The faces in a picture, as one model sees them.
 *
 * @param model that found them
 * @param faces most confident first
 */
public record FacesResult(ModelName model, List<KeypointBox> faces) {
    /** Copies the list. */
    public FacesResult {
        Objects.requireNonNull(model, "model");
        faces = List.copyOf(faces);
    }
}
