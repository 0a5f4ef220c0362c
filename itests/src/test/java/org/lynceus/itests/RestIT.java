package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resources for people with curl. */
@ExtendWith(RunningLynceus.class)
class RestIT {
    private static final String PICTURE = "sample1.jpg";
    private static final byte[] PHOTO = TestPictures.bytes(PICTURE);
    private static final String BOUNDARY = "----boundary7";

    private static Lynceus server;
    private static HttpCaller http;

    @BeforeAll
    static void connect(Lynceus running) {
        server = running;
        http = new HttpCaller(server.endpoint());
    }

    @Test
    void facesAnswersAsDetectFaces() throws Exception {
        Answer answer = http.post("/v1/faces", "image/jpeg", PHOTO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
        assertThat(answer.json()).isEqualTo(http.detectFaces(PHOTO).json());
    }

    @Test
    void facesTakesTheContentTypeThatCurlSends() throws Exception {
        assertThat(http.post("/v1/faces", "application/x-www-form-urlencoded", PHOTO)
                        .json()
                        .path("FaceDetails"))
                .hasSize(3);
    }

    @Test
    void facesTakesAStoredPicture() throws Exception {
        server.store("rest", "a/b.jpg", PHOTO);

        Answer answer = http.post("/v1/faces?bucket=rest&key=a/b.jpg&attributes=all", "text/plain", new byte[0]);

        assertThat(answer.json().path("FaceDetails")).hasSize(3);
        assertThat(answer.json().path("FaceDetails").get(0).path("Landmarks")).hasSize(30);
    }

    @Test
    void facesTellsWhatIsWrong() throws Exception {
        Answer empty = http.post("/v1/faces", "image/jpeg", new byte[0]);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.code()).isEqualTo("InvalidParameterException");

        Answer text = http.post("/v1/faces", "image/jpeg", "text".getBytes(StandardCharsets.US_ASCII));
        assertThat(text.status()).isEqualTo(400);
        assertThat(text.code()).isEqualTo("InvalidImageFormatException");

        Answer missing = http.post("/v1/faces?bucket=rest&key=missing", "text/plain", new byte[0]);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.code()).isEqualTo("InvalidS3ObjectException");
    }

    @Test
    void compareTakesTwoPictures() throws Exception {
        Answer answer = http.post("/v1/compare", form(), multipart("source", "target"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(http.compareFaces(PHOTO, PHOTO).json());
        assertThat(answer.json().path("FaceMatches")).hasSize(1);
    }

    @Test
    void compareTellsWhatIsWrong() throws Exception {
        assertThat(http.post("/v1/compare", form(), multipart("source", "other"))
                        .status())
                .isEqualTo(400);
        assertThat(http.post("/v1/compare", "image/jpeg", PHOTO).status()).isEqualTo(400);
        assertThat(http.post("/v1/compare", form(), "--".getBytes(StandardCharsets.US_ASCII))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anyAnalysisTypeCanBeAsked() throws Exception {
        Answer answer = http.post("/v1/detect/faces", "image/jpeg", PHOTO);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("faces")).hasSize(3);
        assertThat(http.post("/v1/detect/nonsense", "image/jpeg", PHOTO).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"mobileface, 512", "dlib-face, 128"})
    void everyShippedEncoderGivesVectorsOfItsOwn(String model, int dimension) throws Exception {
        JsonNode large = encoded(model, PHOTO);
        JsonNode small = encoded(model, TestPictures.jpeg(TestPictures.scaled(TestPictures.image(PICTURE), 1280, 853)));

        assertThat(large).hasSize(3);
        assertThat(small).hasSize(3);
        for (JsonNode face : large) {
            assertThat(face.path("embedding")).hasSize(dimension);
            assertThat(dot(face, face)).isCloseTo(1, within(1e-4));
            JsonNode nearest = small.get(0);
            for (JsonNode other : small) {
                nearest = dot(face, other) > dot(face, nearest) ? other : nearest;
            }
            assertThat(nearest.path("box").path("left").asDouble())
                    .isCloseTo(face.path("box").path("left").asDouble(), within(0.03));
        }
    }

    @Test
    void facesAreEncodedByBothShippedModelsTogether() throws Exception {
        JsonNode answer = http.post("/v1/detect/face-embedding?maxResults=1", "image/jpeg", PHOTO)
                .json();

        assertThat(answer.path("model").path("id").asText()).isEqualTo("mobileface+dlib-face");
        assertThat(answer.path("faces")).hasSize(1);
        assertThat(answer.path("faces").get(0).path("embedding")).hasSize(512 + 128);
        assertThat(dot(answer.path("faces").get(0), answer.path("faces").get(0)))
                .isCloseTo(1, within(1e-4));
    }

    @Test
    void theIndexListsWhatThereIs() throws Exception {
        JsonNode index = http.get("/v1").json();

        assertThat(index.path("types")).extracting(JsonNode::asText).contains("faces");
        assertThat(index.path("operations"))
                .extracting(JsonNode::asText)
                .contains("CompareFaces", "DetectFaces", "GetCelebrityInfo", "RecognizeCelebrities");
    }

    @Test
    void everyModelTellsItsLicenceAndWhereItsWeightsComeFrom() throws Exception {
        JsonNode models = http.get("/v1/models").json().path("models");

        assertThat(models)
                .extracting(model -> model.path("id").asText())
                .contains("mobileface", "ultraface", "nanodet", "face-attributes")
                .doesNotContain("face-attributes-research");
        for (JsonNode model : models) {
            assertThat(model.path("licenceOfWeights").asText())
                    .as(model.toString())
                    .isNotBlank();
            assertThat(model.path("source").asText()).as(model.toString()).matches("(.+@.+|file) : .+");
            assertThat(model.path("sha256").asText()).as(model.toString()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void theDescriptionNamesEveryResource() throws Exception {
        JsonNode description = http.get("/v1/openapi.json").json();

        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(description.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/v1",
                        "/v1/faces",
                        "/v1/compare",
                        "/v1/celebrities",
                        "/v1/celebrities/{id}",
                        "/v1/detect/{type}",
                        "/v1/models",
                        "/health/live",
                        "/health/ready");
    }

    @Test
    void healthIsTold() throws Exception {
        assertThat(http.get("/health/live").status()).isEqualTo(200);
        Answer ready = http.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("ready").asBoolean()).isTrue();
    }

    private static JsonNode encoded(String model, byte[] photo) throws IOException {
        return http.post("/v1/detect/model:" + model, "image/jpeg", photo)
                .json()
                .path("faces");
    }

    /** The cosine of two vectors of length 1. */
    private static double dot(JsonNode one, JsonNode other) {
        double sum = 0;
        for (int i = 0; i < one.path("embedding").size(); i++) {
            sum += one.path("embedding").get(i).asDouble()
                    * other.path("embedding").get(i).asDouble();
        }
        return sum;
    }

    private static String form() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static byte[] multipart(String first, String second) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String name : new String[] {first, second}) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(PHOTO);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
