package org.lynceus.forge.source;

import org.lynceus.forge.ForgeException;

/** Says that a file cannot be had where it should be: no network, no such package or address, no client. */
public final class UnavailableException extends ForgeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param message the sentence shown to the user
     */
    public UnavailableException(String message) {
        super(message);
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param message the sentence shown to the user
     * @param cause what happened below
     */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
