package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.rekognition.Operations;

/** The wire protocol, byte by byte. */
@ExtendWith(RunningLynceus.class)
class WireIT {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Set<String> IMPLEMENTED =
            Set.of("DetectFaces", "CompareFaces", "RecognizeCelebrities", "GetCelebrityInfo");
    private static final byte[] PHOTO =
            TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 480, 320));

    private static Lynceus server;
    private static HttpCaller http;

    @BeforeAll
    static void connect(Lynceus running) {
        server = running;
        http = new HttpCaller(server.endpoint());
    }

    @Test
    void aSuccessHasTheProtocolsHeaders() throws Exception {
        Answer answer = http.detectFaces(PHOTO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
        assertThat(answer.json().path("FaceDetails")).hasSize(3);
        assertThat(answer.text()).doesNotContain("null").doesNotContain(": ").doesNotContain(", ");
        assertThat(answer.json().path("FaceDetails").get(0).fieldNames())
                .toIterable()
                .containsExactly("BoundingBox", "Landmarks", "Pose", "Quality", "Confidence");
    }

    @Test
    void numbersAreWidenedFloats() throws Exception {
        JsonNode face = http.detectFaces(PHOTO).json().path("FaceDetails").get(0);

        for (JsonNode number : face.path("BoundingBox")) {
            assertThat((double) (float) number.asDouble()).isEqualTo(number.asDouble());
        }
    }

    @Test
    void aRequestIdIsNeverRepeated() throws Exception {
        assertThat(http.operation("DetectFaces", "{}").header("x-amzn-RequestId"))
                .isNotEqualTo(http.operation("DetectFaces", "{}").header("x-amzn-RequestId"));
    }

    @Test
    void anErrorHasAllMembersAndTheHeader() throws Exception {
        Answer answer = http.detectFaces("no picture".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo("InvalidImageFormatException");
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.json().fieldNames()).toIterable().containsExactly("__type", "Code", "Logref", "Message");
        assertThat(answer.json().path("Code").asText()).isEqualTo("InvalidImageFormatException");
        assertThat(answer.json().path("Logref").asText()).matches(UUID);
        assertThat(answer.code()).isEqualTo("InvalidImageFormatException");
        assertThat(answer.message()).isEqualTo("Request has invalid image format");
    }

    @Test
    void aMissingTargetIsAnUnknownOperation() throws Exception {
        Answer answer = http.post("/", "application/x-amz-json-1.1", "{}".getBytes(StandardCharsets.US_ASCII));

        assertRefused(answer, 400, "UnknownOperationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RekognitionService.Nonsense", "DetectFaces", "OtherService.DetectFaces", "RekognitionService."})
    void anUnknownTargetIsAnUnknownOperation(String target) throws Exception {
        Answer answer =
                http.send("/", request -> request.header("X-Amz-Target", target).POST(BodyPublishers.ofString("{}")));

        assertRefused(answer, 400, "UnknownOperationException");
    }

    static Stream<String> unimplemented() {
        return Operations.all().stream().map(operation -> operation.name()).filter(name -> !IMPLEMENTED.contains(name));
    }

    @ParameterizedTest
    @MethodSource("unimplemented")
    void anOperationWithoutImplementationSaysSo(String operation) throws Exception {
        Answer answer = http.operation(operation, "{}");

        assertRefused(answer, 501, "NotImplementedException");
        assertThat(answer.message()).contains(operation);
    }

    @Test
    void theServiceHasAllItsOperations() {
        assertThat(unimplemented()).hasSize(75 - IMPLEMENTED.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "nonsense",
                "{\"Image\"",
                "{\"Image\":}",
                "{\"Image\":{}}x",
                "{'Image':{}}",
                "\"text\"",
                "[]",
                "17",
                "{\"Image\":{\"Bytes\":\"",
                "\u0000",
                "{\"Image\":NaN}"
            })
    void malformedJsonIsRefused(String body) throws Exception {
        assertRefused(http.operation("DetectFaces", body), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Image\":\"text\"}",
                "{\"Image\":17}",
                "{\"Image\":[]}",
                "{\"Image\":{\"Bytes\":17}}",
                "{\"Image\":{\"Bytes\":\"***\"}}",
                "{\"Image\":{\"Bytes\":{}}}",
                "{\"Image\":{\"S3Object\":\"text\"}}",
                "{\"Image\":{\"S3Object\":{\"Bucket\":[\"b\"]}}}",
                "{\"Attributes\":\"ALL\"}",
                "{\"Attributes\":[17]}"
            })
    void aValueOfTheWrongTypeIsRefused(String body) throws Exception {
        assertRefused(http.operation("DetectFaces", body), 400, "SerializationException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DetectFaces | {} | Value null at 'image' failed to satisfy constraint: Member must not be null",
                "DetectFaces | {\"Image\":null} | Value null at 'image' failed to satisfy constraint: Member must not be null",
                "DetectFaces | {\"Image\":{\"Bytes\":\"\"}} | 'image.bytes' failed to satisfy constraint: Member must have length"
                        + " greater than or equal to 1",
                "DetectFaces | {\"Image\":{\"S3Object\":{\"Bucket\":\"x\",\"Name\":\"y\"}}} | 'image.s3Object.bucket' failed to"
                        + " satisfy constraint: Member must have length greater than or equal to 3",
                "DetectFaces | {\"Image\":{},\"Attributes\":[\"HAIR\"]} | Member must satisfy enum value set",
                "CompareFaces | {\"SourceImage\":{}} | Value null at 'targetImage' failed to satisfy constraint: Member must not"
                        + " be null",
                "CompareFaces | {\"SourceImage\":{},\"TargetImage\":{},\"SimilarityThreshold\":101} | 'similarityThreshold'"
                        + " failed to satisfy constraint: Member must have value less than or equal to 100",
                "CompareFaces | {\"SourceImage\":{},\"TargetImage\":{},\"QualityFilter\":\"BEST\"} | Member must satisfy enum"
                        + " value set",
                "RecognizeCelebrities | {} | Value null at 'image' failed to satisfy constraint: Member must not be null",
                "GetCelebrityInfo | {} | Value null at 'id' failed to satisfy constraint: Member must not be null",
            })
    void aViolatedConstraintIsNamed(String operation, String body, String message) throws Exception {
        Answer answer = http.operation(operation, body);

        assertRefused(answer, 400, "ValidationException");
        assertThat(answer.message())
                .startsWith("1 validation error detected: Value ")
                .contains(message);
    }

    @Test
    void severalViolationsAreCounted() throws Exception {
        Answer answer = http.operation("CompareFaces", "{}");

        assertRefused(answer, 400, "ValidationException");
        assertThat(answer.message())
                .isEqualTo(
                        "2 validation errors detected: Value null at 'sourceImage' failed to satisfy constraint: Member"
                                + " must not be null; Value null at 'targetImage' failed to satisfy constraint: Member must not"
                                + " be null");
    }

    @Test
    void anEmptyBodyCountsAsAnEmptyObject() throws Exception {
        Answer answer = http.operation("DetectFaces", "");

        assertRefused(answer, 400, "ValidationException");
    }

    @Test
    void unknownAndNullMembersAreIgnored() throws Exception {
        String body = "{\"New\":{\"a\":[1]},\"Attributes\":null,\"Image\":{\"S3Object\":null,\"Bytes\":\""
                + HttpCaller.base64(PHOTO) + "\",\"Extra\":7}}";

        assertThat(http.operation("DetectFaces", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, application/json",
        "application/json, text/html",
        "application/octet-stream, */*",
        "application/x-www-form-urlencoded, image/png",
        "nonsense, nonsense",
        "multipart/form-data, application/x-amz-json-1.1"
    })
    void anyContentTypeAndAcceptWillDo(String contentType, String accept) throws Exception {
        Answer answer = http.send(
                "/",
                request -> request.header("Content-Type", contentType)
                        .header("Accept", accept)
                        .header("X-Amz-Target", "RekognitionService.DetectFaces")
                        .POST(BodyPublishers.ofString(HttpCaller.imageBody(PHOTO))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(answer.json().path("FaceDetails")).hasSize(3);
    }

    @Test
    void noContentTypeAndLowerCaseHeadersWillDo() throws Exception {
        String body = HttpCaller.imageBody(PHOTO);
        try (RawHttp connection = new RawHttp(server.port())) {
            RawHttp.Reply reply = connection
                    .send(
                            "POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: RekognitionService.DetectFaces\r\ncontent-length: "
                                    + body.length() + "\r\n\r\n" + body)
                    .receive();

            assertThat(reply.status()).isEqualTo(200);
        }
    }

    @Test
    void connectionsAreKeptOpen() throws Exception {
        try (RawHttp connection = new RawHttp(server.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection
                                .head("DetectFaces", "Content-Length: 2")
                                .send("{}")
                                .receive()
                                .status())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void chunkedBodiesAreRead() throws Exception {
        Answer answer = http.send(
                "/",
                request -> request.header("X-Amz-Target", "RekognitionService.DetectFaces")
                        .POST(HttpCaller.chunked(HttpCaller.imageBody(PHOTO).getBytes(StandardCharsets.US_ASCII))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("FaceDetails")).hasSize(3);
    }

    @Test
    void aClientThatWaitsIsToldToGoOn() throws Exception {
        String body = HttpCaller.imageBody(PHOTO);
        try (RawHttp connection = new RawHttp(server.port())) {
            connection.head("DetectFaces", "Expect: 100-continue", "Content-Length: " + body.length());
            assertThat(connection.receive().status()).isEqualTo(100);
            assertThat(connection.send(body).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatWaitsWithTooMuchIsRefusedAtOnce() throws Exception {
        try (RawHttp connection = new RawHttp(server.port())) {
            RawHttp.Reply reply = connection
                    .head("DetectFaces", "Expect: 100-continue", "Content-Length: 30000000")
                    .receive();

            assertThat(reply.status()).isEqualTo(413);
        }
    }

    @Test
    void tooLargeABodyIsRefusedByItsDeclaredLength() throws Exception {
        Answer answer = http.operation("CompareFaces", new byte[16_000_000]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("x-amzn-ErrorType")).isEmpty();
        assertThat(answer.json().has("__type")).isFalse();
    }

    @Test
    void tooLargeABodyIsRefusedInChunks() throws Exception {
        Answer answer = http.send(
                "/",
                request -> request.header("X-Amz-Target", "RekognitionService.CompareFaces")
                        .POST(HttpCaller.chunked(new byte[16_000_000])));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void twoPicturesOfFullSizeFit() throws Exception {
        byte[] full = TestPictures.padded(TestPictures.bytes("sample1.jpg"), 5_242_880);

        Answer answer = http.compareFaces(full, full);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("FaceMatches").get(0).path("Similarity").asText())
                .isEqualTo("100.0");
    }

    @Test
    void aBodyThatEndsEarlyIsRefusedAndTheServerGoesOn() throws Exception {
        try (RawHttp connection = new RawHttp(server.port())) {
            connection
                    .head("DetectFaces", "Content-Length: 1000")
                    .send("{\"Image\":")
                    .finish();
        }
        assertThat(http.detectFaces(PHOTO).status()).isEqualTo(200);
    }

    @Test
    void getGreetsAndOtherMethodsAreRefused() throws Exception {
        assertThat(http.get("/").status()).isEqualTo(200);
        assertThat(http.send("/", r -> r.method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
            Answer answer = http.send("/", r -> r.method(method, BodyPublishers.ofString("{}")));

            assertRefused(answer, 405, "MethodNotAllowedException");
        }
    }

    @Test
    void otherPathsAreNotFound() throws Exception {
        Answer answer = http.send("/nowhere", HttpRequest.Builder::GET);

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aBrokenSignatureIsRefusedAndAWholeOneAccepted() throws Exception {
        assertRefused(signed("AWS4-HMAC-SHA256 nonsense"), 400, "IncompleteSignatureException");
        assertRefused(
                signed("AWS4-HMAC-SHA256 Credential=AKID/20260101, SignedHeaders=host, Signature=00"),
                400,
                "IncompleteSignatureException");
        assertThat(signed("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/rekognition/aws4_request,"
                                + " SignedHeaders=host;x-amz-date, Signature=00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theServerTellsWhereTheTimeWentWhenAsked() throws Exception {
        String timing = http.detectFaces(PHOTO).header("Server-Timing");

        assertThat(timing).contains("decode;dur=").contains("ultraface.").contains("total;dur=");
    }

    private static Answer signed(String authorization) throws IOException {
        return http.send(
                "/",
                request -> request.header("X-Amz-Target", "RekognitionService.DetectFaces")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString(HttpCaller.imageBody(PHOTO))));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("x-amzn-ErrorType")).isEqualTo(code);
        assertThat(answer.header("x-amzn-RequestId")).matches(UUID);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    }
}
