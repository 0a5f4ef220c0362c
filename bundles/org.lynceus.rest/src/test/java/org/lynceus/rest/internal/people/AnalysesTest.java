package org.lynceus.rest.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.face.FaceAttribute;
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
    private final Dispatcher dispatcher =
            Dispatchers.of(new DetectFaces(vision, pictures), new CompareFaces(vision, vision, pictures));
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
