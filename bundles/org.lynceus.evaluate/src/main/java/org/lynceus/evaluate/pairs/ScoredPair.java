package org.lynceus.evaluate.pairs;

import java.util.Optional;
import org.lynceus.evaluate.dataset.LabelledPair;

/**
 * A pair and what the server says of it.
 *
 * @param pair two pictures
 * @param similarity 0–100; empty when one of the pictures has no face that could be compared
 */
record ScoredPair(LabelledPair pair, Optional<Double> similarity) {
    /** Below every similarity: a pair that cannot be compared is not recognised as the same person. */
    private static final double NEVER = -1;

    /** The similarity, or a number below all. */
    double score() {
        return similarity.orElse(NEVER);
    }
}
