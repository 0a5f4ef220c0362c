package org.lynceus.rest;

import java.time.Instant;
import java.util.Objects;
import org.lynceus.api.Scope;

/**
 * What an operation knows of the request beside its body.
 *
 * @param scope account and region that the request acts in
 * @param requestId UUID that the response carries, for the log
 * @param deadline when the client is not expected to wait any longer
 */
public record RequestContext(Scope scope, String requestId, Instant deadline) {
    /** Checks that nothing is absent. */
    public RequestContext {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(deadline, "deadline");
    }
}
