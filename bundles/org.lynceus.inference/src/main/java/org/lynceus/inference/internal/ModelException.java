package org.lynceus.inference.internal;

/** Says which model, which of its files, and why it cannot be loaded, in one sentence. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    ModelException(String source, String file, String reason) {
        super(source + ", " + file + ": " + reason);
    }

    ModelException(String source, String file, String reason, Throwable cause) {
        super(source + ", " + file + ": " + reason, cause);
    }
}
