package org.lynceus.api.face;

/**
 * Plausible age in years: about two of three people are as old as that. The older they look and the worse they can be seen,
 * the wider it is.
 *
 * @param low youngest, at least 0
 * @param high oldest, at least {@code low}
 */
public record AgeRange(int low, int high) {
    /** Checks the order. */
    public AgeRange {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("age " + low + ".." + high);
        }
    }
}
