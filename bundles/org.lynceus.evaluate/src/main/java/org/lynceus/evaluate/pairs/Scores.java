package org.lynceus.evaluate.pairs;

import java.util.List;
import org.lynceus.evaluate.statistics.Verification;

/** Turns scored pairs into figures of merit. */
final class Scores {
    private Scores() {}

    /** Parts the scores of the same person from those of different people. */
    static Verification verification(List<ScoredPair> pairs) {
        return new Verification(scores(pairs, true), scores(pairs, false));
    }

    private static double[] scores(List<ScoredPair> pairs, boolean same) {
        return pairs.stream()
                .filter(scored -> scored.pair().same() == same)
                .mapToDouble(ScoredPair::score)
                .toArray();
    }
}
