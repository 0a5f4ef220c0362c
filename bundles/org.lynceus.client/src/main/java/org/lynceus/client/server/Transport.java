package org.lynceus.client.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.lynceus.client.ToolException;

/**
 * Sends requests to one running server, as its clients do, and asks again when it is busy. Requests are not signed.
 * Thread-safe.
 */
public final class Transport {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Set<String> THROTTLED =
            Set.of("ThrottlingException", "ProvisionedThroughputExceededException");
    private static final int NOT_IMPLEMENTED = 501;
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 250;

    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final JsonMapper mapper = new JsonMapper();
    private final URI endpoint;

    /**
     * Creates it; nothing is sent yet.
     *
     * @param endpoint such as {@code http://127.0.0.1:8080}
     */
    public Transport(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Where the server is. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Sends a request of the wire protocol.
     *
     * @param operation such as {@code DetectFaces}
     * @param json body
     * @throws ToolException when nobody answers, or the server has no such operation
     */
    public Answer call(String operation, String json) throws ToolException {
        HttpRequest request = request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "RekognitionService." + operation)
                .POST(BodyPublishers.ofString(json))
                .build();
        Answer answer = send(request);
        if (answer.status() == NOT_IMPLEMENTED) {
            throw new ToolException(
                    "The server at " + endpoint + " cannot do " + operation + " at present (" + answer.error() + ")");
        }
        return answer;
    }

    /**
     * Posts bytes, such as a picture, to a resource.
     *
     * @param path such as {@code /v1/detect/faces}
     * @param body JPEG or PNG, or what else the resource takes
     * @throws ToolException when nobody answers
     */
    public Answer post(String path, byte[] body) throws ToolException {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    /**
     * Reads a resource.
     *
     * @param path such as {@code /v1/models}
     * @throws ToolException when nobody answers
     */
    public Answer get(String path) throws ToolException {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) throws ToolException {
        try {
            long pause = FIRST_PAUSE_MILLIS;
            for (int attempt = 1; ; attempt++) {
                Answer answer = once(request);
                if (attempt == TRIES || !busy(answer)) {
                    return answer;
                }
                Thread.sleep(pause);
                pause *= 2;
            }
        } catch (IOException e) {
            throw new ToolException(
                    "No server answers at " + endpoint + " (" + reason(e) + "); start one with 'lynceus up' or name"
                            + " its address with --endpoint",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("The command was stopped", e);
        }
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()));
    }

    private JsonNode json(byte[] body) throws IOException {
        try {
            return mapper.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static boolean busy(Answer answer) {
        String type = answer.body().path("__type").asText("");
        return BUSY.contains(answer.status()) || THROTTLED.contains(type.substring(type.indexOf('#') + 1));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
