package org.lynceus.client;

/** Why a command cannot go on. The message is one sentence for the user. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param message one sentence without a full stop
     */
    public ToolException(String message) {
        super(message);
    }

    /**
     * Creates it with what lies behind.
     *
     * @param message one sentence without a full stop
     * @param cause what lies behind
     */
    public ToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
