package org.lynceus.rest.internal.http;

import java.time.Instant;
import org.lynceus.api.Scope;
import org.lynceus.api.Timings;
import org.lynceus.rest.RequestContext;

/** One request while it is being answered. Used by one thread. */
public final class Exchange implements AutoCloseable {
    private final Incoming incoming;
    private final String requestId;
    private final Instant deadline;
    private final Scopes scopes;
    private final BodyReader reader;
    private final BodyBudget.Lease lease;

    Exchange(
            Incoming incoming,
            String requestId,
            Instant deadline,
            Scopes scopes,
            BodyReader reader,
            BodyBudget.Lease lease) {
        this.incoming = incoming;
        this.requestId = requestId;
        this.deadline = deadline;
        this.scopes = scopes;
        this.reader = reader;
        this.lease = lease;
    }

    /** A header, or null. */
    public String header(String name) {
        return incoming.header(name);
    }

    /**
     * Tells account and region.
     *
     * @throws ServiceException when the signature's form is broken
     */
    public Scope scope() throws ServiceException {
        return scopes.of(incoming.header("Authorization"));
    }

    /**
     * What operations are told.
     *
     * @throws ServiceException when the signature's form is broken
     */
    public RequestContext context() throws ServiceException {
        return new RequestContext(scope(), requestId, deadline);
    }

    /** Whether there may be a body, judged by the headers. */
    public boolean hasBody() {
        return incoming.body().length() != 0;
    }

    /**
     * Reads the body; once.
     *
     * @throws ServiceException when it is too large, ends early, or has no room
     */
    public byte[] body() throws ServiceException {
        long start = System.nanoTime();
        try {
            return reader.read(incoming.body(), lease);
        } finally {
            Timings.add("body", System.nanoTime() - start);
        }
    }

    /** Gives back the room that the body took. */
    @Override
    public void close() {
        lease.close();
    }
}
