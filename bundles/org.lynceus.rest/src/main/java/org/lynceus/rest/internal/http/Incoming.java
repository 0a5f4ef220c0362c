package org.lynceus.rest.internal.http;

import java.util.function.UnaryOperator;
import javax.servlet.http.HttpServletRequest;

/**
 * A request as it arrives.
 *
 * @param headers gives a header by its name, or null
 * @param body the body, not read yet
 */
public record Incoming(UnaryOperator<String> headers, RequestBody body) {
    /** Wraps a servlet request that has passed {@link BodyFilter}. */
    static Incoming of(HttpServletRequest request) {
        return new Incoming(request::getHeader, BodyFilter.body(request));
    }

    /** A header, or null. */
    public String header(String name) {
        return headers.apply(name);
    }
}
