package org.lynceus.model.api.role;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.Point;

/**
 * A face that a detector found.
 *
 * @param confidence 0–100
 * @param box in ratios of the picture; may leave it
 * @param keypoints in ratios of the picture, in the order of the model's property {@code keypoints}; empty when the model
 *     gives none
 */
public record DetectedFace(float confidence, BoundingBox box, List<Point> keypoints) {
    /** Copies the points. */
    public DetectedFace {
        Objects.requireNonNull(box, "box");
        keypoints = List.copyOf(keypoints);
    }
}
