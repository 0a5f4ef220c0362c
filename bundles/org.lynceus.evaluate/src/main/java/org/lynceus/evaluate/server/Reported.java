package org.lynceus.evaluate.server;

/**
 * An attribute with two values as the server reports it.
 *
 * @param value the reported value; of a gender: whether it is male
 * @param confidence in the reported value, 0–100
 */
public record Reported(boolean value, double confidence) {
    /** Confidence in "true", 0–100, whatever is reported. */
    public double score() {
        return value ? confidence : 100 - confidence;
    }
}
