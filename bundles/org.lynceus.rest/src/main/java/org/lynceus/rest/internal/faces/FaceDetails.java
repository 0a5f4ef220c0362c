package org.lynceus.rest.internal.faces;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.api.face.Judgement;
import org.lynceus.rekognition.AgeRange;
import org.lynceus.rekognition.Beard;
import org.lynceus.rekognition.Emotion;
import org.lynceus.rekognition.EyeDirection;
import org.lynceus.rekognition.EyeOpen;
import org.lynceus.rekognition.Eyeglasses;
import org.lynceus.rekognition.FaceDetail;
import org.lynceus.rekognition.FaceOccluded;
import org.lynceus.rekognition.Gender;
import org.lynceus.rekognition.GenderType;
import org.lynceus.rekognition.MouthOpen;
import org.lynceus.rekognition.Mustache;
import org.lynceus.rekognition.Smile;
import org.lynceus.rekognition.Sunglasses;

/** Turns faces into the wire's {@code FaceDetail}: what is there, and no member for what is not. */
final class FaceDetails {
    private FaceDetails() {}

    static FaceDetail of(Face face) {
        FaceAttributes has = face.attributes();
        return FaceDetail.builder()
                .boundingBox(FaceParts.box(face.box()))
                .ageRange(has.ageRange()
                        .map(age -> new AgeRange(age.low(), age.high()))
                        .orElse(null))
                .smile(judged(has.smile(), Smile::new))
                .eyeglasses(judged(has.eyeglasses(), Eyeglasses::new))
                .sunglasses(judged(has.sunglasses(), Sunglasses::new))
                .gender(judged(has.gender(), FaceDetails::gender))
                .beard(judged(has.beard(), Beard::new))
                .mustache(judged(has.mustache(), Mustache::new))
                .eyesOpen(judged(has.eyesOpen(), EyeOpen::new))
                .mouthOpen(judged(has.mouthOpen(), MouthOpen::new))
                .emotions(has.emotions().isEmpty() ? null : emotions(has.emotions()))
                .landmarks(FaceParts.landmarks(face.landmarks()))
                .pose(FaceParts.pose(face.pose()))
                .quality(FaceParts.quality(face.quality()))
                .confidence(FaceParts.confidence(face.confidence()))
                .faceOccluded(judged(has.faceOccluded(), FaceOccluded::new))
                .eyeDirection(has.eyeDirection()
                        .map(eyes ->
                                new EyeDirection(eyes.yaw(), eyes.pitch(), FaceParts.confidence(eyes.confidence())))
                        .orElse(null))
                .build();
    }

    private static <T, W> W judged(Optional<Judgement<T>> judgement, BiFunction<T, Float, W> wire) {
        return judgement
                .map(j -> wire.apply(j.value(), FaceParts.confidence(j.confidence())))
                .orElse(null);
    }

    private static Gender gender(org.lynceus.api.face.Gender gender, Float confidence) {
        return new Gender(
                switch (gender) {
                    case MALE -> GenderType.MALE;
                    case FEMALE -> GenderType.FEMALE;
                },
                confidence);
    }

    private static List<Emotion> emotions(List<Judgement<org.lynceus.api.face.Emotion>> emotions) {
        return emotions.stream()
                .map(e -> new Emotion(e.value().name(), FaceParts.confidence(e.confidence())))
                .toList();
    }
}
