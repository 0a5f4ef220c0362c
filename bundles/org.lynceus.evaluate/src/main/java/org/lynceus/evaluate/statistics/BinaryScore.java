package org.lynceus.evaluate.statistics;

import java.util.List;

/**
 * How well a question with two answers is answered.
 *
 * @param count number of answers
 * @param positives how many of them are truly true
 * @param accuracy share of right answers, 0–1
 * @param truePositiveRate share of right answers among the truly true ones; NaN without any
 * @param trueNegativeRate share of right answers among the truly false ones; NaN without any
 * @param auc area under the ROC curve, 0–1; NaN unless there are both
 */
public record BinaryScore(
        int count, int positives, double accuracy, double truePositiveRate, double trueNegativeRate, double auc) {
    /** Counts answers. */
    public static BinaryScore of(List<Judgement> judgements) {
        int positives = 0;
        int truePositives = 0;
        int trueNegatives = 0;
        for (Judgement judgement : judgements) {
            positives += judgement.truth() ? 1 : 0;
            truePositives += judgement.truth() && judgement.reported() ? 1 : 0;
            trueNegatives += !judgement.truth() && !judgement.reported() ? 1 : 0;
        }
        int count = judgements.size();
        return new BinaryScore(
                count,
                positives,
                (double) (truePositives + trueNegatives) / count,
                (double) truePositives / positives,
                (double) trueNegatives / (count - positives),
                RocCurve.area(judgements));
    }

    /** Mean of the two rates, 0–1: chance is 0.5 however rare one answer is; NaN unless there are both. */
    public double balancedAccuracy() {
        return (truePositiveRate + trueNegativeRate) / 2;
    }
}
