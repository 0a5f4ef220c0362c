package org.lynceus.rest.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status HTTP status
 * @param headers all of them but Content-Length, in order
 * @param body the body; not copied
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    /** Content type of the wire protocol. */
    public static final String AWS_JSON = "application/x-amz-json-1.1";

    /** Content type of plain JSON. */
    public static final String JSON = "application/json";

    /** A success. */
    public static Reply ok(String contentType, byte[] body) {
        return of(200, contentType, body);
    }

    /** A reply of any status. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /** The same with one more header. */
    Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
