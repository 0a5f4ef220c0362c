package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class WebClientTest {
    private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);

    private final CountDownLatch end = new CountDownLatch(1);
    private final WebClient client = new WebClient(Duration.ofSeconds(5), 100);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void fileIsDownloadedThroughARedirection() throws ForgeException {
        serve("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/file");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        serve("/file", exchange -> answer(exchange, 200, CONTENT));

        assertThat(client.download(file("/moved"))).isEqualTo(CONTENT);
    }

    @Test
    void addressIsASourceLikeAPackage(@TempDir Path cache) throws ForgeException {
        serve("/file.onnx", exchange -> answer(exchange, 200, CONTENT));
        FakePackages packages = new FakePackages(Map.of());
        packages.unreachable("gone@1.0.0");
        SourceFile source = new SourceFile(
                List.of(new PackageFile("gone", "1.0.0", "file.onnx"), file("/file.onnx")),
                Hashes.sha256(CONTENT),
                Optional.empty());

        assertThat(new Fetcher(new FileCache(cache), Optional.empty(), packages, client).fetch(source))
                .isEqualTo(CONTENT);
    }

    @Test
    void missingFileIsUnavailable() {
        serve("/file", exchange -> answer(exchange, 404, CONTENT));

        assertThatThrownBy(() -> client.download(file("/file")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("/file")
                .hasMessageContaining("404");
    }

    @Test
    void closedPortIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> client.download(WebFile.parse("http://127.0.0.1:" + port + "/file")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void largerFileThanAllowedIsRefused() {
        serve("/file", exchange -> answer(exchange, 200, new byte[101]));

        assertThatThrownBy(() -> client.download(file("/file")))
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining("larger than 100 bytes");
    }

    @Test
    void fileThatEndsEarlyIsRefused() {
        serve("/file", exchange -> {
            exchange.sendResponseHeaders(200, 50);
            exchange.getResponseBody().write(CONTENT);
            exchange.close();
        });

        assertThatThrownBy(() -> client.download(file("/file")))
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void serverThatNeverEndsIsGivenUp() {
        WebClient impatient = new WebClient(Duration.ofMillis(300), 100);
        serve("/file", exchange -> {
            exchange.sendResponseHeaders(200, 50);
            exchange.getResponseBody().write(CONTENT);
            exchange.getResponseBody().flush();
            waitForTheEnd();
            exchange.close();
        });

        assertThatThrownBy(() -> impatient.download(file("/file")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("/file");
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, answer::to);
    }

    private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private WebFile file(String path) throws ForgeException {
        return WebFile.parse("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
