package org.lynceus.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Plain HTTP towards one server. Thread-safe. */
public final class HttpCaller {
    private static final String TARGET = "RekognitionService.";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI endpoint;

    /**
     * Makes a caller.
     *
     * @param endpoint of the server
     */
    public HttpCaller(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Calls an operation with a JSON text. */
    public Answer operation(String name, String json) throws IOException {
        return operation(name, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Calls an operation with a body of any kind. */
    public Answer operation(String name, byte[] body) throws IOException {
        return send(
                "/",
                request -> request.header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", TARGET + name)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Calls DetectFaces with a picture. */
    public Answer detectFaces(byte[] picture) throws IOException {
        return operation("DetectFaces", imageBody(picture));
    }

    /** Calls CompareFaces with two pictures. */
    public Answer compareFaces(byte[] source, byte[] target) throws IOException {
        return operation(
                "CompareFaces",
                "{\"SourceImage\":{\"Bytes\":\"" + base64(source) + "\"},\"TargetImage\":{\"Bytes\":\"" + base64(target)
                        + "\"}}");
    }

    /** Calls RecognizeCelebrities with a picture. */
    public Answer recognizeCelebrities(byte[] picture) throws IOException {
        return operation("RecognizeCelebrities", imageBody(picture));
    }

    /** Calls GetCelebrityInfo with an id. */
    public Answer celebrityInfo(String id) throws IOException {
        return operation("GetCelebrityInfo", "{\"Id\":\"" + id + "\"}");
    }

    /** The body of an operation that takes one picture and nothing else. */
    public static String imageBody(byte[] picture) {
        return "{\"Image\":{\"Bytes\":\"" + base64(picture) + "\"}}";
    }

    /** Bytes as JSON carries them. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Gets a resource. */
    public Answer get(String path) throws IOException {
        return send(path, HttpRequest.Builder::GET);
    }

    /** Posts a body to a resource. */
    public Answer post(String path, String contentType, byte[] body) throws IOException {
        return send(
                path, request -> request.header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A body that is sent in chunks, its length not told beforehand. */
    public static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    /**
     * Sends a request.
     *
     * @param path with the query, begins with a slash
     * @param request completes the request
     * @throws IOException when there is no answer
     */
    public Answer send(String path, UnaryOperator<HttpRequest.Builder> request) throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(endpoint.resolve(path)).timeout(Duration.ofSeconds(90));
        try {
            return Answer.of(client.send(request.apply(builder).build(), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
