package org.lynceus.rest.internal.http;

import java.util.Objects;
import java.util.Optional;

/**
 * An error as a client sees it.
 *
 * @param status HTTP status
 * @param code error code such as {@code InvalidParameterException}; empty where the protocol has none
 * @param message one sentence
 */
public record ServiceError(int status, Optional<String> code, String message) {
    /** Checks that nothing is absent. */
    public ServiceError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    ServiceError(int status, String code, String message) {
        this(status, Optional.of(code), message);
    }

    /** Whether it is our fault and belongs into the log. */
    boolean isFault() {
        return status == 500;
    }
}
