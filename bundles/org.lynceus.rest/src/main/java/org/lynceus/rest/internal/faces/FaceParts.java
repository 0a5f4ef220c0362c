package org.lynceus.rest.internal.faces;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.api.face.Judgement;
import org.lynceus.api.face.LandmarkType;
import org.lynceus.rekognition.BoundingBox;
import org.lynceus.rekognition.ComparedFace;
import org.lynceus.rekognition.Emotion;
import org.lynceus.rekognition.ImageQuality;
import org.lynceus.rekognition.Landmark;
import org.lynceus.rekognition.Pose;
import org.lynceus.rekognition.Smile;

/** Turns the parts of a face into wire records. */
public final class FaceParts {
    private FaceParts() {}

    /** A face as it is compared or recognised: box, confidence, five landmarks, pose and quality. */
    public static ComparedFace.Builder compared(Face face) {
        return ComparedFace.builder()
                .boundingBox(box(face.box()))
                .confidence(confidence(face.confidence()))
                .landmarks(landmarks(face.landmarks().stream()
                        .limit(LandmarkType.DEFAULT_COUNT)
                        .toList()))
                .pose(pose(face.pose()))
                .quality(quality(face.quality()));
    }

    /** The emotions, most confident first; null where they are not told. */
    public static List<Emotion> emotions(FaceAttributes attributes) {
        return attributes.emotions().isEmpty()
                ? null
                : attributes.emotions().stream()
                        .map(e -> new Emotion(e.value().name(), confidence(e.confidence())))
                        .toList();
    }

    /** Whether the face smiles; null where it is not told. */
    public static Smile smile(FaceAttributes attributes) {
        return judged(attributes.smile(), Smile::new);
    }

    /** Keeps rounding from leaving the scale 0–100 that clients rely on. */
    public static float confidence(float confidence) {
        return Math.max(0, Math.min(100, confidence));
    }

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

    /** A record of a value and the confidence in it; null where it is not told. */
    static <T, W> W judged(Optional<Judgement<T>> judgement, BiFunction<T, Float, W> wire) {
        return judgement
                .map(j -> wire.apply(j.value(), confidence(j.confidence())))
                .orElse(null);
    }
}
