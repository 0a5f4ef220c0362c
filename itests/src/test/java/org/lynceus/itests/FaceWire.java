package org.lynceus.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.BoundingBox;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.Image;

/** What the tests of faces know of the service's records. */
final class FaceWire {
    /** The thirty landmarks in the order of recorded answers. */
    static final List<String> LANDMARKS = List.of(
            "eyeLeft",
            "eyeRight",
            "mouthLeft",
            "mouthRight",
            "nose",
            "leftEyeBrowLeft",
            "leftEyeBrowRight",
            "leftEyeBrowUp",
            "rightEyeBrowLeft",
            "rightEyeBrowRight",
            "rightEyeBrowUp",
            "leftEyeLeft",
            "leftEyeRight",
            "leftEyeUp",
            "leftEyeDown",
            "rightEyeLeft",
            "rightEyeRight",
            "rightEyeUp",
            "rightEyeDown",
            "noseLeft",
            "noseRight",
            "mouthUp",
            "mouthDown",
            "leftPupil",
            "rightPupil",
            "upperJawlineLeft",
            "midJawlineLeft",
            "chinBottom",
            "midJawlineRight",
            "upperJawlineRight");

    private FaceWire() {}

    /**
     * A member of a face that only an attribute brings.
     *
     * @param attribute asked for
     * @param member as JSON names it
     * @param value the record, null when it is absent
     * @param confidence the number that must differ from face to face
     */
    record Member(
            Attribute attribute,
            String member,
            Function<FaceDetail, Object> value,
            Function<FaceDetail, Number> confidence) {
        @Override
        public String toString() {
            return member;
        }
    }

    /** All members of attributes, in the order of recorded answers. */
    static List<Member> members() {
        return List.of(
                new Member(
                        Attribute.AGE_RANGE,
                        "AgeRange",
                        FaceDetail::ageRange,
                        f -> f.ageRange().low()),
                new Member(
                        Attribute.SMILE,
                        "Smile",
                        FaceDetail::smile,
                        f -> f.smile().confidence()),
                new Member(
                        Attribute.EYEGLASSES,
                        "Eyeglasses",
                        FaceDetail::eyeglasses,
                        f -> f.eyeglasses().confidence()),
                new Member(
                        Attribute.SUNGLASSES,
                        "Sunglasses",
                        FaceDetail::sunglasses,
                        f -> f.sunglasses().confidence()),
                new Member(
                        Attribute.GENDER,
                        "Gender",
                        FaceDetail::gender,
                        f -> f.gender().confidence()),
                new Member(
                        Attribute.BEARD,
                        "Beard",
                        FaceDetail::beard,
                        f -> f.beard().confidence()),
                new Member(
                        Attribute.MUSTACHE,
                        "Mustache",
                        FaceDetail::mustache,
                        f -> f.mustache().confidence()),
                new Member(
                        Attribute.EYES_OPEN,
                        "EyesOpen",
                        FaceDetail::eyesOpen,
                        f -> f.eyesOpen().confidence()),
                new Member(
                        Attribute.MOUTH_OPEN,
                        "MouthOpen",
                        FaceDetail::mouthOpen,
                        f -> f.mouthOpen().confidence()),
                new Member(
                        Attribute.EMOTIONS,
                        "Emotions",
                        f -> f.hasEmotions() ? f.emotions() : null,
                        f -> f.emotions().get(0).confidence()),
                new Member(
                        Attribute.FACE_OCCLUDED,
                        "FaceOccluded",
                        FaceDetail::faceOccluded,
                        f -> f.faceOccluded().confidence()),
                new Member(
                        Attribute.EYE_DIRECTION,
                        "EyeDirection",
                        FaceDetail::eyeDirection,
                        f -> f.eyeDirection().confidence()));
    }

    /** A picture as a request carries it. */
    static Image picture(byte[] file) {
        return Image.builder().bytes(SdkBytes.fromByteArray(file)).build();
    }

    /** A box as JSON tells it. */
    static BoundingBox box(JsonNode json) {
        return BoundingBox.builder()
                .left(json.path("Left").floatValue())
                .top(json.path("Top").floatValue())
                .width(json.path("Width").floatValue())
                .height(json.path("Height").floatValue())
                .build();
    }

    /**
     * Where a box is after the picture was turned clockwise.
     *
     * @param quarters how many quarter turns
     */
    static BoundingBox turned(BoundingBox box, int quarters) {
        BoundingBox turned = box;
        for (int i = 0; i < quarters; i++) {
            BoundingBox before = turned;
            turned = BoundingBox.builder()
                    .left(1 - before.top() - before.height())
                    .top(before.left())
                    .width(before.height())
                    .height(before.width())
                    .build();
        }
        return turned;
    }

    /** Intersection over union of two boxes, 0–1. */
    static double overlap(BoundingBox one, BoundingBox other) {
        double width =
                Math.min(one.left() + one.width(), other.left() + other.width()) - Math.max(one.left(), other.left());
        double height =
                Math.min(one.top() + one.height(), other.top() + other.height()) - Math.max(one.top(), other.top());
        double both = Math.max(0, width) * Math.max(0, height);
        return both / (area(one) + area(other) - both);
    }

    /** Share of the picture that a box covers. */
    static double area(BoundingBox box) {
        return (double) box.width() * box.height();
    }
}
