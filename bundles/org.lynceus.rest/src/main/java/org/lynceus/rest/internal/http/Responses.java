package org.lynceus.rest.internal.http;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;

/** Answers servlet requests and hands the replies to JAX-RS. */
public final class Responses {
    private Responses() {}

    /**
     * Answers a request.
     *
     * @param exchanges answers it
     * @param request the request
     * @param errorType content type of errors
     * @param handler makes the reply
     */
    public static Response answer(
            Exchanges exchanges, HttpServletRequest request, String errorType, Exchanges.Handler handler) {
        return of(exchanges.answer(Incoming.of(request), errorType, handler));
    }

    /** Turns a reply into a response. */
    static Response of(Reply reply) {
        Response.ResponseBuilder builder =
                Response.status(reply.status()).entity(reply.body()).header("Content-Length", reply.body().length);
        reply.headers().forEach(builder::header);
        return builder.build();
    }
}
