package org.lynceus.rest.internal.faces;

import java.util.List;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.rekognition.BoundingBox;
import org.lynceus.rekognition.ImageQuality;
import org.lynceus.rekognition.Landmark;
import org.lynceus.rekognition.Pose;

/** Turns the parts of a face into wire records. */
final class FaceParts {
    private FaceParts() {}

    static BoundingBox box(org.lynceus.api.BoundingBox box) {
        return new BoundingBox(box.width(), box.height(), box.left(), box.top());
    }

    static List<Landmark> landmarks(List<org.lynceus.api.face.Landmark> landmarks) {
        return landmarks.stream()
                .map(l -> new Landmark(l.type().label(), l.x(), l.y()))
                .toList();
    }

    static Pose pose(org.lynceus.api.face.Pose pose) {
        return new Pose(pose.roll(), pose.yaw(), pose.pitch());
    }

    static ImageQuality quality(FaceQuality quality) {
        return new ImageQuality(confidence(quality.brightness()), confidence(quality.sharpness()));
    }

    /** Keeps rounding from leaving the scale 0–100 that clients rely on. */
    static float confidence(float confidence) {
        return Math.max(0, Math.min(100, confidence));
    }
}
