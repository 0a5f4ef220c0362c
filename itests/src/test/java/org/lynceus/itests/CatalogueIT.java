package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The models that are shipped, each asked for a picture as a whole. */
@ExtendWith(RunningLynceus.class)
class CatalogueIT {
    private static final byte[] PHOTO = TestPictures.bytes("sample1.jpg");
    private static final byte[] WRITING = TestPictures.bytes("cosmic.png");
    private static final byte[] CAT = TestPictures.bytes("cat1.png");

    private static HttpCaller http;

    @BeforeAll
    static void connect(Lynceus running) {
        http = new HttpCaller(running.endpoint());
    }

    @Test
    void thePeopleOfAPhotoAreFound() throws Exception {
        JsonNode found = detect("model:nanodet?minConfidence=50", PHOTO).path("objects");

        assertThat(found).hasSize(3);
        List<Double> left = new ArrayList<>();
        for (JsonNode object : found) {
            assertThat(object.path("label").asText()).isEqualTo("person");
            left.add(object.path("box").path("left").asDouble());
        }
        left.sort(null);
        assertThat(left.get(0)).isCloseTo(0.06, within(0.02));
        assertThat(left.get(1)).isCloseTo(0.36, within(0.02));
        assertThat(left.get(2)).isCloseTo(0.64, within(0.02));
    }

    @Test
    void theBetterDetectorSeesTheGlassToo() throws Exception {
        assumeTrue(types().contains("model:efficientdet-lite2"), "left out of this distribution");

        JsonNode found = detect("object-detection?minConfidence=60", PHOTO);

        assertThat(found.path("model").path("id").asText()).isEqualTo("efficientdet-lite2");
        assertThat(labels(found.path("objects"))).containsExactly("person", "person", "person", "wine glass");
    }

    @Test
    void aCartonIsACartonThoughACatSleepsInIt() throws Exception {
        assumeTrue(types().contains("model:efficientnet-lite4"), "left out of this distribution");

        assertThat(labels(detect("image-classification?maxResults=1", CAT).path("labels")))
                .containsExactly("carton");
    }

    @Test
    void aHarmlessPhotoIsHarmless() throws Exception {
        JsonNode labels = detect("moderation-classification", PHOTO).path("labels");

        assertThat(labels).hasSize(5);
        assertThat(labels.get(0).path("label").asText()).isEqualTo("Neutral");
    }

    @Test
    void linesOfTextAreFoundFromTopToBottom() throws Exception {
        JsonNode lines = detect("text-detection", WRITING).path("text");

        assertThat(lines).hasSize(3);
        double above = 0;
        for (JsonNode line : lines) {
            assertThat(line.path("corners")).hasSize(4);
            assertThat(line.path("box").path("top").asDouble()).isGreaterThan(above);
            above = line.path("box").path("top").asDouble();
        }
    }

    private static List<String> labels(JsonNode findings) {
        List<String> labels = new ArrayList<>();
        findings.forEach(finding -> labels.add(finding.path("label").asText()));
        return labels;
    }

    private static List<String> types() throws IOException {
        List<String> types = new ArrayList<>();
        http.get("/v1").json().path("types").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static JsonNode detect(String type, byte[] picture) throws IOException {
        Answer answer = http.post("/v1/detect/" + type, "application/octet-stream", picture);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
