package org.lynceus.rekognition;

/**
 * Says that a body is not the JSON that its record asks for: malformed, of a wrong type, out of a number's range, or
 * beyond the parser's limits. The message names the place and never repeats the body's content beyond its member names.
 */
public final class WireFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param message what is wrong, and where
     */
    public WireFormatException(String message) {
        super(message);
    }

    /**
     * Makes an exception that was caused by another one.
     *
     * @param message what is wrong, and where
     * @param cause the parser's own exception
     */
    public WireFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
