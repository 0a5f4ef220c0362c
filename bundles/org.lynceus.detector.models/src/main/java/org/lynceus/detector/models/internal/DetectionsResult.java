package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;

/**
 * What a detector of one kind of thing with keypoints found, such as palms.
 *
 * @param model that found them; its role tells what they are
 * @param detections most confident first
 */
public record DetectionsResult(ModelName model, List<KeypointBox> detections) {
    /** Copies the list. */
    public DetectionsResult {
        Objects.requireNonNull(model, "model");
        detections = List.copyOf(detections);
    }
}
