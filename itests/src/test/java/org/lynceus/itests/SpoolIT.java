package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.Patience.throughout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Request bodies stay in memory: while one is under way, the server has no file open that it had not open before. */
@ExtendWith(RunningLynceus.class)
class SpoolIT {
    private static final byte[] PHOTO = TestPictures.padded(TestPictures.bytes("sample1.jpg"), 4_000_000);
    private static final byte[] COMPARE = ("{\"SourceImage\":{\"Bytes\":\"" + HttpCaller.base64(PHOTO)
                    + "\"},\"TargetImage\":{\"Bytes\":\"" + HttpCaller.base64(PHOTO) + "\"}}")
            .getBytes(StandardCharsets.US_ASCII);

    private static Lynceus server;

    @BeforeAll
    static void connect(Lynceus running) throws IOException {
        server = running;
        // What is loaded at the first call opens its files now.
        HttpCaller http = new HttpCaller(server.endpoint());
        http.compareFaces(PHOTO, PHOTO);
        http.post("/v1/compare", "multipart/form-data; boundary=b", form());
        http.operation("Nonsense", COMPARE);
    }

    @Test
    void aLargeBodyIsNotSpooled() throws Exception {
        assertNoFileFor(
                "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: RekognitionService.CompareFaces\r\n", COMPARE, 200);
    }

    @Test
    void aFormIsNotSpooled() throws Exception {
        assertNoFileFor(
                "POST /v1/compare HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n",
                form(),
                200);
    }

    @Test
    void aBodyThatNobodyReadsIsNotSpooled() throws Exception {
        assertNoFileFor("POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: RekognitionService.Nonsense\r\n", COMPARE, 400);
    }

    private static void assertNoFileFor(String head, byte[] body, int status) throws Exception {
        Set<String> openBefore = server.process().openFiles();
        assertThat(openBefore).isNotEmpty();
        Set<Path> writtenBefore = FileTrees.files(server.data().resolve("tmp"));
        try (RawHttp connection = new RawHttp(server.port())) {
            int half = body.length / 2;
            connection
                    .send(head + "Content-Length: " + body.length + "\r\n\r\n")
                    .send(Arrays.copyOf(body, half));
            // The server has taken all that has been sent, and waits for the rest.
            throughout(Duration.ofMillis(500), () -> {
                assertThat(added(server.process().openFiles(), openBefore)).isEmpty();
                assertThat(added(FileTrees.files(server.data().resolve("tmp")), writtenBefore))
                        .isEmpty();
            });
            connection.send(Arrays.copyOfRange(body, half, body.length));
            assertThat(connection.receive().status()).isEqualTo(status);
        }
        assertThat(added(FileTrees.files(server.data().resolve("tmp")), writtenBefore))
                .isEmpty();
    }

    private static <T> Set<T> added(Set<T> now, Set<T> before) {
        Set<T> added = new HashSet<>(now);
        added.removeAll(before);
        added.removeIf(file -> file.toString().endsWith(".jar"));
        return added;
    }

    private static byte[] form() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String name : new String[] {"source", "target"}) {
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(PHOTO);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
