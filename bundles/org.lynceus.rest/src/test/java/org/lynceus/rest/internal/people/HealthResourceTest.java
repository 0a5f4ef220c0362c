package org.lynceus.rest.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Readiness;
import org.lynceus.rest.internal.faces.DetectFaces;
import org.lynceus.rest.internal.faces.FakeVision;
import org.lynceus.rest.internal.http.Reply;
import org.lynceus.rest.internal.http.Requests;
import org.lynceus.rest.internal.image.Pictures;
import org.lynceus.rest.internal.wire.Dispatcher;
import org.lynceus.rest.internal.wire.Dispatchers;

class HealthResourceTest {
    private static final FakeVision VISION = new FakeVision();
    private static final Dispatcher ONE =
            Dispatchers.of(new DetectFaces(VISION, new Pictures(VISION, Requests.budget())));

    private static Reply ready(Dispatcher dispatcher, Readiness readiness) {
        return new HealthResource(Requests.exchanges(Map.of()), dispatcher, readiness).readiness();
    }

    @Test
    void readyWhenNothingIsAmiss() {
        assertThat(ready(ONE, List::of).status()).isEqualTo(200);
    }

    @Test
    void notReadyWithTheReasons() {
        Reply reply = ready(ONE, () -> List.of("faces waits for face-mesh."));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("faces waits for face-mesh.");
    }

    @Test
    void notReadyBeforeTheAnalysesOrTheOperationsAreThere() {
        assertThat(ready(ONE, null).status()).isEqualTo(503);
        assertThat(ready(Dispatchers.of(), List::of).status()).isEqualTo(503);
    }
}
