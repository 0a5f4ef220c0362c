package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;
import org.lynceus.model.api.role.DetectedObject;

/**
 * The things in a picture.
 *
 * @param model that found them
 * @param objects most confident first
 */
public record ObjectsResult(ModelName model, List<DetectedObject> objects) {
    /** Copies the list. */
    public ObjectsResult {
        Objects.requireNonNull(model, "model");
        objects = List.copyOf(objects);
    }
}
