package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.Patience.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The heads for attributes that were trained on research data: used when somebody asks for them, and never unsaid. */
class ResearchIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String FEATURE = "lynceus-research";
    private static final String MODEL = "face-attributes-research";
    private static final String LICENCE = "non-commercial research only";

    private Lynceus server;
    private HttpCaller http;

    @BeforeEach
    void start() throws IOException {
        server = Lynceus.create("research").start();
        http = new HttpCaller(server.endpoint());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void researchHeadsAnswerWhileTheyAreInstalledAndTellTheirLicence() throws IOException {
        JsonNode plain = everything();
        assertThat(named(MODEL)).isEmpty();

        server.shell("feature:install " + FEATURE);

        eventually(LONG, () -> assertThat(everything()).isNotEqualTo(plain));
        assertThat(named(MODEL))
                .singleElement()
                .satisfies(model -> assertThat(model.path("licence").asText()).contains(LICENCE));
        assertThat(server.shell("lynceus:models").lines())
                .filteredOn(line -> line.contains(MODEL))
                .singleElement()
                .asString()
                .contains(LICENCE);
        JsonNode face = everything().path("FaceDetails").get(0);
        assertThat(face.fieldNames())
                .toIterable()
                .contains("Eyeglasses", "Sunglasses", "Beard", "Mustache", "FaceOccluded");
        assertThat(face.path("BoundingBox"))
                .isEqualTo(plain.path("FaceDetails").get(0).path("BoundingBox"));

        server.shell("feature:uninstall " + FEATURE);

        eventually(LONG, () -> assertThat(everything()).isEqualTo(plain));
        eventually(LONG, () -> assertThat(named(MODEL)).isEmpty());
    }

    private JsonNode everything() throws IOException {
        return http.post("/v1/faces?attributes=all", "image/jpeg", TestPictures.bytes("sample4.jpg"))
                .json();
    }

    private List<JsonNode> named(String id) throws IOException {
        return StreamSupport.stream(http.get("/v1/models").json().path("models").spliterator(), false)
                .filter(model -> model.path("id").asText().equals(id))
                .toList();
    }
}
