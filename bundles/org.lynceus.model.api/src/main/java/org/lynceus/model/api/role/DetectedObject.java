package org.lynceus.model.api.role;

import java.util.Objects;
import org.lynceus.api.BoundingBox;

/**
 * A thing that a detector found.
 *
 * @param index of the class in the model's output, from 0
 * @param label name of the class
 * @param confidence 0–100
 * @param box in ratios of the picture, inside it
 */
public record DetectedObject(int index, String label, float confidence, BoundingBox box) {
    /** Checks that nothing is absent. */
    public DetectedObject {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(box, "box");
    }
}
