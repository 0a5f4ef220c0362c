package org.lynceus.detector.models.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.DetectedFace;

/**
 * A face, or whatever else the model looks for, and its keypoints.
 *
 * @param confidence 0–100
 * @param box in ratios of the picture; may leave it
 * @param keypoints in the model's order; empty when it gives none
 */
public record KeypointBox(float confidence, BoundingBox box, List<Keypoint> keypoints) {
    private static final String NAMES = "keypoints";

    /** Copies the points. */
    public KeypointBox {
        Objects.requireNonNull(box, "box");
        keypoints = List.copyOf(keypoints);
    }

    /**
     * A point of a face or thing.
     *
     * @param name as the model has it, where it has one
     * @param x ratio of the picture's width
     * @param y ratio of the picture's height
     */
    public record Keypoint(Optional<String> name, float x, float y) {
        /** Checks that nothing is null. */
        public Keypoint {
            Objects.requireNonNull(name, "name");
        }
    }

    /** What a model found, its points named by the model's property {@code keypoints}. */
    static KeypointBox of(ModelInfo info, DetectedFace found) {
        List<String> names = info.property(NAMES)
                .map(list -> Arrays.stream(list.split(",")).map(String::trim).toList())
                .orElse(List.of());
        List<Keypoint> keypoints = new ArrayList<>();
        for (Point point : found.keypoints()) {
            int index = keypoints.size();
            Optional<String> name = index < names.size() ? Optional.of(names.get(index)) : Optional.empty();
            keypoints.add(new Keypoint(name, point.x(), point.y()));
        }
        return new KeypointBox(found.confidence(), found.box(), keypoints);
    }
}
