package org.lynceus.api;

import java.util.Objects;

/** Says why something could not be done. The message is one sentence that the client may read. */
public final class VisionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, in terms that need no protocol. */
    public enum Reason {
        /** A value, or a combination of values, makes no sense. */
        INVALID_PARAMETER,
        /** The file is not a JPEG or PNG picture, or is broken. */
        INVALID_IMAGE,
        /** The file or one of its sides is too large. */
        IMAGE_TOO_LARGE,
        /** A stored object is missing, unreadable or not allowed. */
        INVALID_OBJECT,
        /** A named resource does not exist. */
        NOT_FOUND,
        /** A resource with this name exists. */
        ALREADY_EXISTS,
        /** A resource cannot be changed now because it is used. */
        IN_USE,
        /** A quota is used up. */
        LIMIT_EXCEEDED,
        /** The caller may not do this. */
        ACCESS_DENIED,
        /** There is no room for the request now; a later try may succeed. */
        OVERLOADED,
        /** Nothing that could do this is installed. */
        NOT_INSTALLED,
        /** The service that was called is being replaced; its successor can do it. */
        RETIRED,
        /** Our fault. */
        INTERNAL
    }

    private final Reason reason;

    /**
     * Creates an exception without a cause.
     *
     * @param reason what went wrong
     * @param message one sentence for the client
     */
    public VisionException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Creates an exception with a cause.
     *
     * @param reason what went wrong
     * @param message one sentence for the client
     * @param cause for the log
     */
    public VisionException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }
}
