package org.lynceus.rekognition.internal;

import java.io.IOException;

/** Says that a JSON value is well-formed but not what its shape asks for. Caught and given its path by the reader. */
final class MismatchException extends IOException {
    private static final long serialVersionUID = 1L;

    MismatchException(String message) {
        super(message);
    }

    MismatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
