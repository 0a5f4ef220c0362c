package org.lynceus.rest.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes errors the way the service does. */
final class ErrorWriter {
    private ErrorWriter() {}

    /**
     * Makes the reply of an error.
     *
     * @param error what went wrong
     * @param contentType the protocol's content type
     */
    static Reply write(ServiceError error, String contentType) {
        Map<String, Object> body = new LinkedHashMap<>();
        error.code().ifPresent(code -> {
            body.put("__type", code);
            body.put("Code", code);
        });
        body.put("Logref", UUID.randomUUID().toString());
        body.put("Message", error.message());
        Reply reply = Reply.of(error.status(), contentType, Json.write(body));
        return error.code().map(code -> reply.with("x-amzn-ErrorType", code)).orElse(reply);
    }
}
