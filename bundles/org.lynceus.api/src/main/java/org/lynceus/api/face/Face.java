package org.lynceus.api.face;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.BoundingBox;

/**
 * One face.
 *
 * @param box where it is
 * @param confidence that it is a face, 0–100
 * @param landmarks five, or thirty when asked for, in the order of {@link LandmarkType}
 * @param pose how the head is turned
 * @param quality how well it can be seen
 * @param alignment the points that an encoder aligns by
 * @param attributes what else was asked for
 */
public record Face(
        BoundingBox box,
        float confidence,
        List<Landmark> landmarks,
        Pose pose,
        FaceQuality quality,
        FaceAlignment alignment,
        FaceAttributes attributes) {
    /** Copies the list. */
    public Face {
        Objects.requireNonNull(box, "box");
        landmarks = List.copyOf(landmarks);
        Objects.requireNonNull(pose, "pose");
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(alignment, "alignment");
        Objects.requireNonNull(attributes, "attributes");
    }
}
