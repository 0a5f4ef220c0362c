package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.rekognition.RekognitionClient;
import software.amazon.awssdk.services.rekognition.model.ComparedFace;
import software.amazon.awssdk.services.rekognition.model.Emotion;
import software.amazon.awssdk.services.rekognition.model.EmotionName;
import software.amazon.awssdk.services.rekognition.model.GetCelebrityInfoResponse;
import software.amazon.awssdk.services.rekognition.model.KnownGenderType;
import software.amazon.awssdk.services.rekognition.model.LandmarkType;
import software.amazon.awssdk.services.rekognition.model.OrientationCorrection;
import software.amazon.awssdk.services.rekognition.model.RecognizeCelebritiesResponse;
import software.amazon.awssdk.services.rekognition.model.RekognitionException;
import software.amazon.awssdk.services.rekognition.model.ResourceNotFoundException;

/** RecognizeCelebrities and GetCelebrityInfo with the shipped gallery, in which nobody of the photos is. */
@ExtendWith(RunningLynceus.class)
class CelebritiesIT {
    private static final String GALLERY = "congress";
    private static final int PEOPLE = 535;
    private static final int MOST_FACES = 64;
    private static final double MARGIN = 0.3;
    private static final List<String> RECORDED_ORDER =
            List.of("BoundingBox", "Confidence", "Landmarks", "Pose", "Quality", "Emotions", "Smile");

    private static Lynceus server;
    private static HttpCaller http;
    private static RekognitionClient client;

    @BeforeAll
    static void connect(Lynceus running) {
        server = running;
        http = new HttpCaller(server.endpoint());
        client = SdkClients.rekognition(server.endpoint());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @FieldSource("org.lynceus.itests.FacePictures#PHOTOS")
    void strangersHaveNoName(String photo) {
        RecognizeCelebritiesResponse response =
                client.recognizeCelebrities(r -> r.image(FaceWire.picture(TestPictures.bytes(photo))));

        assertThat(response.hasCelebrityFaces()).isTrue();
        assertThat(response.celebrityFaces()).isEmpty();
        assertThat(response.orientationCorrection()).isEqualTo(OrientationCorrection.ROTATE_0);
        assertThat(response.unrecognizedFaces())
                .hasSizeGreaterThanOrEqualTo(3)
                .isSortedAccordingTo(
                        Comparator.comparingDouble((ComparedFace face) -> FaceWire.area(face.boundingBox()))
                                .reversed())
                .allSatisfy(CelebritiesIT::assertWhole);
    }

    private static void assertWhole(ComparedFace face) {
        assertThat(face.confidence()).isBetween(50f, 100f);
        assertThat(face.landmarks())
                .extracting(landmark -> landmark.type())
                .containsExactly(
                        LandmarkType.EYE_LEFT,
                        LandmarkType.EYE_RIGHT,
                        LandmarkType.MOUTH_LEFT,
                        LandmarkType.MOUTH_RIGHT,
                        LandmarkType.NOSE);
        assertThat(List.of(face.pose().roll(), face.pose().yaw(), face.pose().pitch()))
                .allSatisfy(angle -> assertThat(angle).isBetween(-90f, 90f));
        assertThat(face.quality().brightness()).isBetween(1f, 100f);
        assertThat(face.quality().sharpness()).isBetween(1f, 100f);
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
                .isSortedAccordingTo(Comparator.comparing(Emotion::confidence).reversed());
        assertThat(face.smile().value()).isNotNull();
        assertThat(face.smile().confidence()).isBetween(50f, 100f);
    }

    @ParameterizedTest
    @FieldSource("org.lynceus.itests.FacePictures#PHOTOS")
    void theFacesAreThoseOfDetectFaces(String photo) throws IOException {
        byte[] file = TestPictures.bytes(photo);

        Answer answer = http.recognizeCelebrities(file);

        assertThat(names(answer.json()))
                .containsExactly("CelebrityFaces", "UnrecognizedFaces", "OrientationCorrection");
        assertThat(answer.json().path("UnrecognizedFaces"))
                .allSatisfy(face -> assertThat(names(face)).containsExactlyElementsOf(RECORDED_ORDER));
        assertSameFaces(answer.json(), detected(file));
        assertThat(answer.text()).doesNotContain("null", ": ", "E+", "NaN");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aTurnedPictureHasTheFacesThatDetectFacesHasOfIt(int quarters) throws IOException {
        BufferedImage photo = TestPictures.image("sample3.jpg");
        BufferedImage half = TestPictures.scaled(photo, photo.getWidth() / 2, photo.getHeight() / 2);
        byte[] file = TestPictures.jpeg(TestPictures.turned(half, quarters));
        JsonNode expected = detected(file);

        JsonNode found = http.recognizeCelebrities(file).json();

        assertThat(found.path("OrientationCorrection").asText()).isEqualTo("ROTATE_" + (360 - 90 * quarters));
        assertThat(found.path("UnrecognizedFaces")).hasSize(3);
        assertSameFaces(found, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat1.png", "cosmic.png"})
    void aPictureWithoutAFaceHasTwoEmptyLists(String picture) throws IOException {
        RecognizeCelebritiesResponse response =
                client.recognizeCelebrities(r -> r.image(FaceWire.picture(TestPictures.bytes(picture))));

        assertThat(response.hasCelebrityFaces()).isTrue();
        assertThat(response.celebrityFaces()).isEmpty();
        assertThat(response.hasUnrecognizedFaces()).isTrue();
        assertThat(response.unrecognizedFaces()).isEmpty();
        assertThat(response.orientationCorrection()).isNull();
        assertThat(http.recognizeCelebrities(TestPictures.bytes(picture)).text())
                .isEqualTo("{\"CelebrityFaces\":[],\"UnrecognizedFaces\":[]}");
    }

    @Test
    void ofACrowdTheLargestFacesAreLookedAt() throws IOException {
        byte[] crowd = TestPictures.jpeg(FacePictures.group(FacePictures.faces(http, MARGIN), 10, 8, 160));
        JsonNode all = http.detectFaces(crowd).json().path("FaceDetails");
        assertThat(all).hasSizeGreaterThan(MOST_FACES);

        JsonNode found = http.recognizeCelebrities(crowd).json();

        assertThat(found.path("CelebrityFaces").size()
                        + found.path("UnrecognizedFaces").size())
                .isEqualTo(MOST_FACES);
        assertThat(boxes(found.path("UnrecognizedFaces"))).isEqualTo(boxes(all).subList(0, MOST_FACES));
    }

    @Test
    void aStoredPictureIsTheSameAsItsBytes() throws IOException {
        server.store("celebrities", "one.jpg", TestPictures.bytes("sample2.jpg"));

        RecognizeCelebritiesResponse stored = client.recognizeCelebrities(
                r -> r.image(i -> i.s3Object(o -> o.bucket("celebrities").name("one.jpg"))));

        assertThat(stored.unrecognizedFaces()).hasSize(3);
        assertThat(stored.unrecognizedFaces())
                .isEqualTo(
                        client.recognizeCelebrities(r -> r.image(FaceWire.picture(TestPictures.bytes("sample2.jpg"))))
                                .unrecognizedFaces());
    }

    @Test
    void aPersonOfTheGalleryIsTold() throws IOException {
        GetCelebrityInfoResponse info = client.getCelebrityInfo(r -> r.id("housealgreen"));

        assertThat(info.name()).isEqualTo("Al Green");
        assertThat(info.knownGender().type()).isEqualTo(KnownGenderType.MALE);
        assertThat(info.urls())
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url).isNotBlank().doesNotContain("://", " "));
        assertThat(names(http.celebrityInfo("housealgreen").json())).containsExactly("Urls", "Name", "KnownGender");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "HouseAlGreen", "0", ""})
    void anUnknownIdIsNobody(String id) {
        assertThatThrownBy(() -> client.getCelebrityInfo(r -> r.id(id)))
                .isInstanceOfSatisfying(ResourceNotFoundException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorMessage()).contains("id: " + id + " does not exist");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"house-al-green", "a b", " ", "größe", "a/b"})
    void whatIsNoIdIsRefused(String id) {
        assertThatThrownBy(() -> client.getCelebrityInfo(r -> r.id(id)))
                .isInstanceOfSatisfying(RekognitionException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .isEqualTo("1 validation error detected: Value '" + id + "' at 'id' failed to satisfy"
                                    + " constraint: Member must satisfy regular expression pattern: [0-9A-Za-z]*");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?minConfidence=0", "?minConfidence=99.5"})
    void theResourceAnswersAsTheOperation(String query) throws IOException {
        byte[] photo = TestPictures.bytes("sample4.jpg");

        Answer answer = http.post("/v1/celebrities" + query, "image/jpeg", photo);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json()).isEqualTo(http.recognizeCelebrities(photo).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "high"})
    void theResourceRefusesAConfidenceThatIsNone(String confidence) throws IOException {
        Answer answer = http.post(
                "/v1/celebrities?minConfidence=" + confidence, "image/jpeg", TestPictures.bytes("sample4.jpg"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("InvalidParameterException");
        assertThat(answer.message()).contains("minConfidence");
    }

    @Test
    void thePersonsResourceAnswersAsTheOperation() throws IOException {
        Answer answer = http.get("/v1/celebrities/housealgreen");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(http.celebrityInfo("housealgreen").json());
    }

    @Test
    void aPersonWhoIsNotThereIsNotFound() throws IOException {
        Answer unknown = http.get("/v1/celebrities/nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.message()).isEqualTo("The celebrity id: nobody does not exist");

        Answer malformed = http.get("/v1/celebrities/house-al-green");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.code()).isEqualTo("ValidationException");
    }

    @Test
    void theShellListsTheGalleryAndTheEncoderInUse() throws IOException {
        String best = http.post("/v1/detect/face-portraits", "image/jpeg", TestPictures.bytes("sample1.jpg"))
                .json()
                .path("encoders")
                .path(0)
                .asText();
        assertThat(best).isNotEmpty();

        assertThat(server.shell("lynceus:galleries").lines())
                .filteredOn(line -> line.contains(GALLERY))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains(" " + PEOPLE + " ", best, "ready"));
    }

    /** What DetectFaces says of a picture, with the attributes that come with celebrities. */
    private static JsonNode detected(byte[] file) throws IOException {
        String body = "{\"Attributes\":[\"EMOTIONS\",\"SMILE\"],"
                + HttpCaller.imageBody(file).substring(1);
        return http.operation("DetectFaces", body).json();
    }

    private static void assertSameFaces(JsonNode found, JsonNode detected) {
        List<JsonNode> expected = new ArrayList<>();
        detected.path("FaceDetails")
                .forEach(face -> expected.add(((ObjectNode) face.deepCopy()).retain(RECORDED_ORDER)));
        assertThat(found.path("CelebrityFaces")).isEmpty();
        assertThat(found.path("UnrecognizedFaces")).isNotEmpty().containsExactlyElementsOf(expected);
        assertThat(found.path("OrientationCorrection")).isEqualTo(detected.path("OrientationCorrection"));
    }

    private static List<JsonNode> boxes(JsonNode faces) {
        List<JsonNode> boxes = new ArrayList<>();
        faces.forEach(face -> boxes.add(face.path("BoundingBox")));
        return boxes;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
