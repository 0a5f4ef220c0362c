package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.Attribute;
import software.amazon.awssdk.services.rekognition.model.Emotion;
import software.amazon.awssdk.services.rekognition.model.EmotionName;
import software.amazon.awssdk.services.rekognition.model.FaceDetail;
import software.amazon.awssdk.services.rekognition.model.GenderType;
import software.amazon.awssdk.services.rekognition.model.Landmark;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;

/** The attributes of faces: all of them, single ones and none. */
@ExtendWith(RunningLynceus.class)
class AttributesIT {
    private static final List<String> ALWAYS = List.of("BoundingBox", "Landmarks", "Pose", "Quality", "Confidence");
    private static final List<String> RECORDED_ORDER = List.of(
            "BoundingBox",
            "AgeRange",
            "Smile",
            "Eyeglasses",
            "Sunglasses",
            "Gender",
            "Beard",
            "Mustache",
            "EyesOpen",
            "MouthOpen",
            "Emotions",
            "Landmarks",
            "Pose",
            "Quality",
            "Confidence",
            "FaceOccluded",
            "EyeDirection");

    private static HttpCaller http;
    private static RekognitionClient client;
    private static final Map<String, List<FaceDetail>> ALL = new TreeMap<>();

    @BeforeAll
    static void askForEverything(Lynceus running) {
        http = new HttpCaller(running.endpoint());
        client = SdkClients.rekognition(running.endpoint());
        FacePictures.PHOTOS.forEach(photo -> ALL.put(photo, detect(photo, Attribute.ALL)));
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    static List<FaceWire.Member> members() {
        return FaceWire.members();
    }

    @Test
    void everyMemberIsThereWithinItsRange() {
        assertThat(everyFace()).hasSizeGreaterThanOrEqualTo(20).allSatisfy(face -> {
            assertThat(FaceWire.members())
                    .allSatisfy(member -> assertThat(member.value().apply(face)).isNotNull());
            assertThat(face.ageRange().low()).isBetween(0, 100);
            assertThat(face.ageRange().high()).isBetween(face.ageRange().low() + 1, 120);
            assertThat(face.gender().value()).isIn(GenderType.MALE, GenderType.FEMALE);
            assertThat(judged(face))
                    .hasSize(9)
                    .allSatisfy(confidence -> assertThat(confidence).isBetween(50f, 100f));
            assertThat(face.eyeDirection().yaw()).isBetween(-180f, 180f);
            assertThat(face.eyeDirection().pitch()).isBetween(-180f, 180f);
            assertThat(face.eyeDirection().confidence()).isBetween(0f, 100f);
        });
    }

    @Test
    void emotionsAreAllEightMostConfidentFirst() {
        assertThat(everyFace()).allSatisfy(face -> {
            assertThat(face.emotions())
                    .extracting(Emotion::type)
                    .containsExactlyInAnyOrder(
                            EmotionName.HAPPY,
                            EmotionName.SAD,
                            EmotionName.ANGRY,
                            EmotionName.CONFUSED,
                            EmotionName.DISGUSTED,
                            EmotionName.SURPRISED,
                            EmotionName.CALM,
                            EmotionName.FEAR);
            assertThat(face.emotions())
                    .isSortedAccordingTo(
                            Comparator.comparing(Emotion::confidence).reversed())
                    .allSatisfy(emotion -> assertThat(emotion.confidence()).isBetween(0f, 100f));
        });
    }

    @Test
    void thirtyLandmarksComeInTheRecordedOrder() {
        assertThat(everyFace()).allSatisfy(face -> {
            List<Landmark> points = face.landmarks();
            assertThat(points).extracting(Landmark::typeAsString).containsExactlyElementsOf(FaceWire.LANDMARKS);
            assertThat(List.of(points.get(23).x(), points.get(23).y()))
                    .as("leftPupil is eyeLeft")
                    .isEqualTo(List.of(points.get(0).x(), points.get(0).y()));
            assertThat(List.of(points.get(24).x(), points.get(24).y()))
                    .as("rightPupil is eyeRight")
                    .isEqualTo(List.of(points.get(1).x(), points.get(1).y()));
        });
    }

    @ParameterizedTest
    @MethodSource("members")
    void nothingIsTheSameForAllFaces(FaceWire.Member member) {
        assertThat(everyFace().stream().map(member.confidence()).distinct().count())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void landmarksPoseAndQualityDiffer() {
        assertThat(everyFace().stream().map(FaceDetail::pose)).doesNotHaveDuplicates();
        assertThat(everyFace().stream().map(FaceDetail::quality)).doesNotHaveDuplicates();
        for (int i = 0; i < FaceWire.LANDMARKS.size(); i++) {
            int index = i;
            assertThat(everyFace().stream().map(face -> face.landmarks().get(index)))
                    .as(FaceWire.LANDMARKS.get(i))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aSingleAttributeBringsItsMemberAndNoOther(FaceWire.Member member) {
        List<FaceDetail> faces = detect("sample1.jpg", member.attribute());

        assertThat(faces).hasSameSizeAs(ALL.get("sample1.jpg"));
        for (int i = 0; i < faces.size(); i++) {
            FaceDetail face = faces.get(i);
            assertThat(FaceWire.members().stream()
                            .filter(other -> other.value().apply(face) != null)
                            .map(FaceWire.Member::member))
                    .containsExactly(member.member());
            assertThat(member.value().apply(face))
                    .as("as it is among all")
                    .isEqualTo(member.value().apply(ALL.get("sample1.jpg").get(i)));
            assertThat(face.landmarks()).hasSize(5);
        }
    }

    @Test
    void theDefaultSetIsPartOfAll() {
        List<FaceDetail> plain = detect("sample4.jpg", Attribute.DEFAULT);
        List<FaceDetail> all = ALL.get("sample4.jpg");

        assertThat(plain).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).boundingBox()).isEqualTo(plain.get(i).boundingBox());
            assertThat(all.get(i).confidence()).isEqualTo(plain.get(i).confidence());
            assertThat(all.get(i).pose()).isEqualTo(plain.get(i).pose());
            assertThat(all.get(i).quality()).isEqualTo(plain.get(i).quality());
            assertThat(all.get(i).landmarks().subList(0, 5))
                    .isEqualTo(plain.get(i).landmarks());
        }
    }

    @Test
    void allBesideOthersIsAll() {
        assertThat(detect("sample4.jpg", Attribute.SMILE, Attribute.ALL, Attribute.DEFAULT))
                .isEqualTo(ALL.get("sample4.jpg"));
    }

    @Test
    void anUnknownAttributeIsRefused() {
        assertThatThrownBy(() -> client.detectFaces(r -> r.image(FaceWire.picture(TestPictures.bytes("sample1.jpg")))
                        .attributesWithStrings("SMILE", "HAIR")))
                .isInstanceOfSatisfying(RekognitionException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .isEqualTo("1 validation error detected: Value 'HAIR' at 'attributes.2.member' failed to"
                                    + " satisfy constraint: Member must satisfy enum value set: [DEFAULT, ALL,"
                                    + " AGE_RANGE, BEARD, EMOTIONS, EYE_DIRECTION, EYEGLASSES, EYES_OPEN, GENDER,"
                                    + " MOUTH_OPEN, MUSTACHE, FACE_OCCLUDED, SMILE, SUNGLASSES]");
                });
    }

    @ParameterizedTest
    @FieldSource("org.lynceus.itests.FacePictures#PHOTOS")
    void theAnswerIsWrittenAsRecorded(String photo) throws IOException {
        Answer answer = http.operation("DetectFaces", body(photo, "ALL"));

        assertThat(answer.json().path("FaceDetails")).isNotEmpty().allSatisfy(face -> {
            assertThat(names(face)).containsExactlyElementsOf(RECORDED_ORDER);
            assertThat(names(face.path("Smile"))).containsExactly("Value", "Confidence");
            assertThat(names(face.path("Gender"))).containsExactly("Value", "Confidence");
            assertThat(names(face.path("EyeDirection"))).containsExactly("Yaw", "Pitch", "Confidence");
            assertThat(face.path("AgeRange").path("Low").isInt()).isTrue();
            assertThat(face.path("AgeRange").path("High").isInt()).isTrue();
            assertThat(face.path("Smile").path("Value").isBoolean()).isTrue();
            assertThat(face.path("Gender").path("Value").asText()).isIn("Male", "Female");
            assertThat(face.findValues("Confidence")).hasSize(19).allSatisfy(AttributesIT::assertFloat);
            assertThat(face.findValues("X")).hasSize(30).allSatisfy(AttributesIT::assertFloat);
        });
        assertThat(answer.text()).doesNotContain("null", ": ", "E+", "NaN");
    }

    @Test
    void theResourceAnswersAsTheOperation() throws IOException {
        assertThat(http.post("/v1/faces?attributes=all", "image/jpeg", TestPictures.bytes("sample4.jpg"))
                        .json())
                .isEqualTo(http.operation("DetectFaces", body("sample4.jpg", "ALL"))
                        .json());
    }

    @Test
    void theResourceTakesSeveralAttributes() throws IOException {
        JsonNode faces = http.post(
                        "/v1/faces?attributes=smile,age_range", "image/jpeg", TestPictures.bytes("sample4.jpg"))
                .json()
                .path("FaceDetails");

        assertThat(faces).hasSameSizeAs(ALL.get("sample4.jpg")).allSatisfy(face -> {
            List<String> expected = new ArrayList<>(ALWAYS);
            expected.addAll(List.of("AgeRange", "Smile"));
            assertThat(names(face)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(face.path("Landmarks")).hasSize(5);
        });
    }

    private static List<FaceDetail> detect(String photo, Attribute... attributes) {
        return client.detectFaces(r ->
                        r.image(FaceWire.picture(TestPictures.bytes(photo))).attributes(attributes))
                .faceDetails();
    }

    private static List<FaceDetail> everyFace() {
        return ALL.values().stream().flatMap(List::stream).toList();
    }

    /** The confidences of what is either so or not. */
    private static List<Float> judged(FaceDetail face) {
        return Stream.of(
                        face.smile().confidence(),
                        face.eyeglasses().confidence(),
                        face.sunglasses().confidence(),
                        face.gender().confidence(),
                        face.beard().confidence(),
                        face.mustache().confidence(),
                        face.eyesOpen().confidence(),
                        face.mouthOpen().confidence(),
                        face.faceOccluded().confidence())
                .toList();
    }

    private static String body(String photo, String attribute) {
        return "{\"Attributes\":[\"" + attribute + "\"],\"Image\":{\"Bytes\":\""
                + HttpCaller.base64(TestPictures.bytes(photo)) + "\"}}";
    }

    /** Numbers are 32-bit floats, written in full. */
    private static void assertFloat(JsonNode number) {
        assertThat(number.isDouble()).isTrue();
        assertThat((double) (float) number.asDouble()).isEqualTo(number.asDouble());
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
