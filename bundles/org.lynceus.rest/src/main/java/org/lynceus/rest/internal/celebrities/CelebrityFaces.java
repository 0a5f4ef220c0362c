package org.lynceus.rest.internal.celebrities;

import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.celebrity.RecognizedCelebrity;
import org.lynceus.api.face.Face;
import org.lynceus.rekognition.Celebrity;
import org.lynceus.rekognition.ComparedFace;
import org.lynceus.rekognition.KnownGender;
import org.lynceus.rekognition.KnownGenderType;
import org.lynceus.rekognition.RecognizeCelebritiesResponse;
import org.lynceus.rest.internal.faces.FaceParts;

/** Turns known people and their faces into the wire's records. */
final class CelebrityFaces {
    private CelebrityFaces() {}

    /** The faces with and without a name; both lists are there, be they empty. */
    static RecognizeCelebritiesResponse response(CelebrityResult result) {
        return RecognizeCelebritiesResponse.builder()
                .celebrityFaces(result.recognized().stream()
                        .map(CelebrityFaces::celebrity)
                        .toList())
                .unrecognizedFaces(
                        result.unrecognized().stream().map(CelebrityFaces::face).toList())
                .orientationCorrection(result.orientation().map(Enum::name).orElse(null))
                .build();
    }

    /** The gender that a person is known by. */
    static KnownGender gender(org.lynceus.api.celebrity.KnownGender gender) {
        return new KnownGender(
                switch (gender) {
                    case MALE -> KnownGenderType.MALE;
                    case FEMALE -> KnownGenderType.FEMALE;
                    case NONBINARY -> KnownGenderType.NONBINARY;
                    case UNLISTED -> KnownGenderType.UNLISTED;
                });
    }

    private static Celebrity celebrity(RecognizedCelebrity recognized) {
        return Celebrity.builder()
                .urls(recognized.celebrity().urls())
                .name(recognized.celebrity().name())
                .id(recognized.celebrity().id())
                .face(face(recognized.face()))
                .matchConfidence(FaceParts.confidence(recognized.matchConfidence()))
                .knownGender(gender(recognized.celebrity().gender()))
                .build();
    }

    private static ComparedFace face(Face face) {
        return FaceParts.compared(face)
                .emotions(FaceParts.emotions(face.attributes()))
                .smile(FaceParts.smile(face.attributes()))
                .build();
    }
}
