package org.lynceus.forge;

/** The one failure of the forge: a sentence that names the file or model, and where there is one the operator and tensor. */
public class ForgeException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param message the sentence shown to the user
     */
    public ForgeException(String message) {
        super(message);
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param message the sentence shown to the user
     * @param cause what happened below
     */
    public ForgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
