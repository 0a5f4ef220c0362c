package org.lynceus.evaluate.statistics;

import java.util.Comparator;
import java.util.List;

/** The receiver operating characteristic. */
final class RocCurve {
    private RocCurve() {}

    /**
     * The area under the curve: the share of pairs of a true and a false one in which the true one has the higher score;
     * equal scores count half (Mann–Whitney U over the number of pairs, by mean ranks).
     *
     * @return 0–1; NaN unless there are both
     */
    static double area(List<Judgement> judgements) {
        List<Judgement> ordered = judgements.stream()
                .sorted(Comparator.comparingDouble(Judgement::score))
                .toList();
        double positives = 0;
        double ranks = 0;
        int from = 0;
        while (from < ordered.size()) {
            int to = from;
            int trueOnes = 0;
            while (to < ordered.size()
                    && ordered.get(to).score() == ordered.get(from).score()) {
                trueOnes += ordered.get(to).truth() ? 1 : 0;
                to++;
            }
            // Ranks from + 1 to `to` are shared.
            ranks += trueOnes * (from + 1 + to) / 2.0;
            positives += trueOnes;
            from = to;
        }
        double negatives = ordered.size() - positives;
        return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
