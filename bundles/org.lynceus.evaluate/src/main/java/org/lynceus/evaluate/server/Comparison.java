package org.lynceus.evaluate.server;

import java.util.List;
import java.util.Optional;

/**
 * An answer of CompareFaces without a threshold.
 *
 * @param matches every face of the target
 * @param refusal why the server did not compare
 */
public record Comparison(List<Match> matches, Optional<String> refusal) {
    /** Copies the list. */
    public Comparison {
        matches = List.copyOf(matches);
    }
}
