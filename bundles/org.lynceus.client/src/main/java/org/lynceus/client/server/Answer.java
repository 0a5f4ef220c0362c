package org.lynceus.client.server;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the server: JSON, or why it refuses.
 *
 * @param status of HTTP
 * @param body JSON; a missing node when there is none
 */
public record Answer(int status, JsonNode body) {
    private static final int OK = 200;

    /** Whether the request was answered; otherwise {@link #error()} tells why not. */
    public boolean ok() {
        return status == OK;
    }

    /** The error's type and message, as one phrase such as {@code InvalidImageFormatException: No picture}. */
    public String error() {
        String type = body.path("__type").asText("");
        String message = body.path("message").asText(body.path("Message").asText(""));
        String name = type.isEmpty() ? "HTTP status " + status : type.substring(type.indexOf('#') + 1);
        return message.isEmpty() ? name : name + ": " + message;
    }
}
