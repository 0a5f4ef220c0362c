package org.lynceus.rest.internal.faces;

import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAttributes;
import org.lynceus.rekognition.AgeRange;
import org.lynceus.rekognition.Beard;
import org.lynceus.rekognition.EyeDirection;
import org.lynceus.rekognition.EyeOpen;
import org.lynceus.rekognition.Eyeglasses;
import org.lynceus.rekognition.FaceDetail;
import org.lynceus.rekognition.FaceOccluded;
import org.lynceus.rekognition.Gender;
import org.lynceus.rekognition.GenderType;
import org.lynceus.rekognition.MouthOpen;
import org.lynceus.rekognition.Mustache;
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
                .smile(FaceParts.smile(has))
                .eyeglasses(FaceParts.judged(has.eyeglasses(), Eyeglasses::new))
                .sunglasses(FaceParts.judged(has.sunglasses(), Sunglasses::new))
                .gender(FaceParts.judged(has.gender(), FaceDetails::gender))
                .beard(FaceParts.judged(has.beard(), Beard::new))
                .mustache(FaceParts.judged(has.mustache(), Mustache::new))
                .eyesOpen(FaceParts.judged(has.eyesOpen(), EyeOpen::new))
                .mouthOpen(FaceParts.judged(has.mouthOpen(), MouthOpen::new))
                .emotions(FaceParts.emotions(has))
                .landmarks(FaceParts.landmarks(face.landmarks()))
                .pose(FaceParts.pose(face.pose()))
                .quality(FaceParts.quality(face.quality()))
                .confidence(FaceParts.confidence(face.confidence()))
                .faceOccluded(FaceParts.judged(has.faceOccluded(), FaceOccluded::new))
                .eyeDirection(has.eyeDirection()
                        .map(eyes ->
                                new EyeDirection(eyes.yaw(), eyes.pitch(), FaceParts.confidence(eyes.confidence())))
                        .orElse(null))
                .build();
    }

    private static Gender gender(org.lynceus.api.face.Gender gender, Float confidence) {
        return new Gender(
                switch (gender) {
                    case MALE -> GenderType.MALE;
                    case FEMALE -> GenderType.FEMALE;
                },
                confidence);
    }
}
