package org.lynceus.rest.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.face.FaceAttribute;
import org.lynceus.rest.internal.celebrities.People;
import org.lynceus.rest.internal.celebrities.RecognizeCelebrities;
import org.lynceus.rest.internal.faces.CompareFaces;
import org.lynceus.rest.internal.faces.DetectFaces;
import org.lynceus.rest.internal.faces.FakeVision;
import org.lynceus.rest.internal.http.Exchanges;
import org.lynceus.rest.internal.http.Incoming;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Requests;
import org.lynceus.rest.internal.image.Pictures;
import org.lynceus.rest.internal.wire.Dispatcher;
import org.lynceus.rest.internal.wire.Dispatchers;

class AnalysesTest {
    private static final String MULTIPART = "multipart/form-data; boundary=XX";

    private final FakeVision vision = new FakeVision().with("face", FakeVision.face(1, 0.25f));
    private final Pictures pictures = new Pictures(vision, Requests.budget());
    private final Dispatcher dispatcher = Dispatchers.of(
            new DetectFaces(vision, pictures),
            new CompareFaces(vision, vision, pictures),
            new RecognizeCelebrities(vision, pictures),
            People.operation(People.ADA));
    private final Analyses analyses = new Analyses(dispatcher, vision, pictures);
    private final Exchanges exchanges = Requests.exchanges(Map.of());

    @Test
    void facesAnswersAsDetectFacesDoes() throws IOException {
        Reply reply = exchanges.answer(
                Requests.request("face"),
                Reply.JSON,
                e -> Reply.ok(Reply.JSON, analyses.faces(query("attributes", "smile,EYES_OPEN"), e)));
        assertThat(json(reply).at("/FaceDetails/0/BoundingBox/Width").floatValue())
                .isEqualTo(0.25f);
        assertThat(vision.asked.attributes()).containsExactlyInAnyOrder(FaceAttribute.SMILE, FaceAttribute.EYES_OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', InvalidParameterException",
        "'', bucket=b, InvalidParameterException",
        "'', key=k, InvalidParameterException",
        "face, bucket=b&key=k, InvalidParameterException",
        "'', bucket=b&key=k, ValidationException",
        "'', bucket=bucket&key=k, InvalidS3ObjectException",
        "nonsense, '', InvalidImageFormatException",
        "face, attributes=BRAIN, ValidationException"
    })
    void facesSaysWhatIsWrong(String body, String query, String code) throws IOException {
        Reply reply = exchanges.answer(
                Requests.request(body),
                Reply.JSON,
                e -> Reply.ok(
                        Reply.JSON, analyses.faces(query(query.isEmpty() ? new String[0] : query.split("[=&]")), e)));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).get("__type").asText()).isEqualTo(code);
        assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
    }

    @Test
    void compareTakesFieldsAndParameters() throws IOException {
        Reply reply = compare("source=face&target=face&threshold=100&quality=high");
        assertThat(json(reply).at("/FaceMatches/0/Similarity").floatValue()).isEqualTo(100f);
    }

    @ParameterizedTest
    @CsvSource({
        "source=face, InvalidParameterException",
        "source=face&target=, InvalidParameterException",
        "source=face&target=face&threshold=much, InvalidParameterException",
        "source=face&target=face&threshold=101, ValidationException",
        "source=face&target=face&quality=best, ValidationException"
    })
    void compareSaysWhatIsWrong(String fields, String code) throws IOException {
        Reply reply = compare(fields);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).get("__type").asText()).isEqualTo(code);
    }

    @Test
    void celebritiesAnswersAsRecognizeCelebritiesDoes() throws IOException {
        vision.with("party", People.result(97.5f, FakeVision.face(1, 0.25f)));
        Reply reply = celebrities("party");
        assertThat(json(reply).at("/CelebrityFaces/0/Id").asText()).isEqualTo("3Ab0cd6");
        assertThat(vision.askedForNames.minConfidence()).isZero();
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).endsWith("\"UnrecognizedFaces\":[]}");
    }

    @Test
    void celebritiesLeavesUnsureNamesToTheDetector() {
        vision.with("party", People.result(97.5f, FakeVision.face(1, 0.25f)));
        assertThat(celebrities("party", "minConfidence", "98.5").status()).isEqualTo(200);
        assertThat(vision.askedForNames.minConfidence()).isEqualTo(98.5f);
        assertThat(vision.askedForNames.maxFaces()).isEqualTo(64);
        assertThat(vision.open).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "party, minConfidence=much, InvalidParameterException",
        "party, minConfidence=NaN, InvalidParameterException",
        "party, minConfidence=101, InvalidParameterException",
        "party, minConfidence=-1, InvalidParameterException",
        "'', minConfidence=5, InvalidParameterException",
        "'', minConfidence=5&bucket=b&key=k, ValidationException",
        "nonsense, '', InvalidImageFormatException"
    })
    void celebritiesSaysWhatIsWrong(String body, String query, String code) throws IOException {
        vision.with("party", People.result(97.5f, FakeVision.face(1, 0.25f)));
        Reply reply = celebrities(body, query.isEmpty() ? new String[0] : query.split("[=&]"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).get("__type").asText()).isEqualTo(code);
        assertThat(json(reply).get("Message").asText()).isNotBlank();
    }

    @Test
    void withoutTheDetectorCelebritiesIsNotImplemented() throws IOException {
        Reply reply = celebrities("face");
        assertThat(reply.status()).isEqualTo(501);
        assertThat(json(reply).get("__type").asText()).isEqualTo("NotImplementedException");
    }

    @ParameterizedTest
    @CsvSource({
        "3Ab0cd6, 200, ",
        "3ab0cd6, 404, NotFoundException",
        "nobody, 404, NotFoundException",
        "no-id, 400, ValidationException",
        "'3Ab0cd6 ', 400, ValidationException"
    })
    void aPersonIsFoundById(String id, int status, String code) throws IOException {
        Reply reply = exchanges.answer(
                Requests.request(""), Reply.JSON, e -> Reply.ok(Reply.JSON, analyses.celebrity(id, e)));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(json(reply).path("__type").asText(null)).isEqualTo(code);
    }

    @Test
    void aPersonIsToldAsGetCelebrityInfoDoes() {
        Reply reply = exchanges.answer(
                Requests.request(""), Reply.JSON, e -> Reply.ok(Reply.JSON, analyses.celebrity("3Ab0cd6", e)));
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"Urls\":[\"www.example.org/person/1\"],\"Name\":\"Ada Example\","
                        + "\"KnownGender\":{\"Type\":\"Female\"}}");
    }

    @Test
    void detectReadsTheOptionsRecordFromTheParameters() throws IOException {
        Reply reply = detect("faces", "attributes", "SMILE,beard", "maxFaces", "3");
        assertThat(vision.asked.maxFaces()).isEqualTo(3);
        assertThat(vision.asked.attributes()).containsExactlyInAnyOrder(FaceAttribute.SMILE, FaceAttribute.BEARD);
        JsonNode result = json(reply);
        assertThat(result.has("orientation")).isFalse();
        assertThat(result.at("/faces/0/box/width").floatValue()).isEqualTo(0.25f);
        assertThat(result.at("/faces/0/landmarks/0/type").asText()).isEqualTo("EYE_LEFT");
        assertThat(result.at("/faces/0/attributes").has("smile")).isFalse();
    }

    @Test
    void detectFallsBackToTheRecordsDefaults() throws IOException {
        assertThat(detect("faces").status()).isEqualTo(200);
        assertThat(vision.asked.maxFaces()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"maxFaces, x", "maxFaces, 0", "attributes, BRAIN", "limit, 3"})
    void detectRefusesOptionsThatDoNotFit(String name, String value) throws IOException {
        Reply reply = detect("faces", name, value);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).get("Message").asText()).contains(name);
    }

    @Test
    void anUnknownTypeIsNotFound() throws IOException {
        Reply reply = detect("brains");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(json(reply).get("__type").asText()).isEqualTo("NotFoundException");
    }

    private Reply detect(String type, String... parameters) {
        return exchanges.answer(
                Requests.request("face"),
                Reply.JSON,
                e -> Reply.ok(Reply.JSON, analyses.detect(type, query(parameters), e)));
    }

    private Reply celebrities(String body, String... parameters) {
        return exchanges.answer(
                Requests.request(body),
                Reply.JSON,
                e -> Reply.ok(Reply.JSON, analyses.celebrities(query(parameters), e)));
    }

    private Reply compare(String fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields.split("&")) {
            String[] pair = field.split("=", 2);
            body.append("--XX\r\nContent-Disposition: form-data; name=\"" + pair[0] + "\"\r\n\r\n" + pair[1] + "\r\n");
        }
        Incoming request = Requests.request(body + "--XX--\r\n", "Content-Type", MULTIPART);
        return exchanges.answer(request, Reply.JSON, e -> Reply.ok(Reply.JSON, analyses.compare(query(), e)));
    }

    private static Query query(String... parameters) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], List.of(parameters[i + 1]));
        }
        return new Query(map);
    }

    private static JsonNode json(Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
