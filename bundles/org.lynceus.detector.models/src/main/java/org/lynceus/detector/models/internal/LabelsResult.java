package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;
import org.lynceus.model.api.role.Classification;

/**
 * The classes of a whole picture.
 *
 * @param model that tells them
 * @param labels most confident first
 */
public record LabelsResult(ModelName model, List<Classification> labels) {
    /** Copies the list. */
    public LabelsResult {
        Objects.requireNonNull(model, "model");
        labels = List.copyOf(labels);
    }
}
