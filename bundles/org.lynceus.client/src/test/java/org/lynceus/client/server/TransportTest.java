package org.lynceus.client.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.client.FakeServer;
import org.lynceus.client.FakeServer.Reply;
import org.lynceus.client.ToolException;

class TransportTest {
    private FakeServer server;
    private Transport transport;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        transport = new Transport(URI.create(server.endpoint()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void postsBytesAsTheyAre() throws ToolException {
        server.at("/v1/detect/size", body -> Reply.ok("{\"bytes\":" + body.length + "}"));

        Answer answer = transport.post("/v1/detect/size", new byte[] {1, 2, 3});

        assertThat(answer.ok()).isTrue();
        assertThat(answer.body().path("bytes").asInt()).isEqualTo(3);
    }

    @Test
    void aRefusalIsAnAnswer() throws ToolException {
        server.on("DetectFaces", request -> Reply.error(400, "com.example#InvalidImageFormatException", "No picture"));

        Answer answer = transport.call("DetectFaces", "{}");

        assertThat(answer.ok()).isFalse();
        assertThat(answer.error()).isEqualTo("InvalidImageFormatException: No picture");
    }

    @Test
    void anAnswerWithoutJsonIsNamedByItsStatus() throws ToolException {
        server.at("/v1", body -> new Reply(500, "<html>"));

        assertThat(transport.get("/v1").error()).isEqualTo("HTTP status 500");
    }

    @Test
    void asksAgainWhenTheServerIsBusy() throws ToolException {
        AtomicInteger asked = new AtomicInteger();
        server.at(
                "/v1",
                body -> asked.incrementAndGet() == 1
                        ? Reply.error(400, "ThrottlingException", "Slow down")
                        : Reply.ok("{}"));

        assertThat(transport.get("/v1").ok()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void saysThatAnOperationIsMissing() {
        server.on("DetectFaces", request -> Reply.error(501, "NotImplementedException", "No detector"));

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> transport.call("DetectFaces", "{}"))
                .withMessage("The server at " + server.endpoint()
                        + " cannot do DetectFaces at present (NotImplementedException: No detector)");
    }

    @Test
    void saysThatNoServerAnswers() {
        server.close();

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> transport.get("/v1"))
                .withMessageStartingWith("No server answers at " + server.endpoint());
    }
}
