package org.lynceus.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered.
 *
 * @param status HTTP status
 * @param headers all headers
 * @param body as it came
 */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header, or an empty string. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The error code in the body, or an empty string. */
    public String code() {
        return json().path("__type").asText("");
    }

    /** The error text in the body, or an empty string. */
    public String message() {
        return json().path("Message").asText("");
    }
}
