package org.lynceus.rest.internal.http;

import java.util.Objects;

/** Ends a request with an error of the protocol rather than of an analysis. */
public final class ServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ServiceError error;

    /** Creates an exception that answers with an error. */
    public ServiceException(ServiceError error) {
        this(error, null);
    }

    /** Creates an exception with a cause. */
    public ServiceException(ServiceError error, Throwable cause) {
        super(error.message(), cause);
        this.error = Objects.requireNonNull(error, "error");
    }

    /** What the client sees. */
    public ServiceError error() {
        return error;
    }
}
