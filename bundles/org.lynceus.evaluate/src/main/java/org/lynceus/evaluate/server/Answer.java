package org.lynceus.evaluate.server;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the server.
 *
 * @param status of HTTP
 * @param body JSON; a missing node when there is none
 */
record Answer(int status, JsonNode body) {
    private static final int OK = 200;

    boolean ok() {
        return status == OK;
    }

    /** The error's type and message, as one phrase. */
    String error() {
        String type = body.path("__type").asText("");
        String message = body.path("message").asText(body.path("Message").asText(""));
        String name = type.isEmpty() ? "HTTP status " + status : type.substring(type.indexOf('#') + 1);
        return message.isEmpty() ? name : name + ": " + message;
    }
}
