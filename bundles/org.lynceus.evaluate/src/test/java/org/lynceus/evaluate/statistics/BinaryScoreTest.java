package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BinaryScoreTest {
    @Test
    void countsRatesOfBothAnswers() {
        BinaryScore score = BinaryScore.of(List.of(
                judgement(true, 90),
                judgement(true, 70),
                judgement(true, 60),
                judgement(true, 10),
                judgement(false, 80),
                judgement(false, 20)));

        assertThat(score.count()).isEqualTo(6);
        assertThat(score.positives()).isEqualTo(4);
        assertThat(score.accuracy()).isEqualTo(4 / 6.0);
        assertThat(score.truePositiveRate()).isEqualTo(0.75);
        assertThat(score.trueNegativeRate()).isEqualTo(0.5);
        assertThat(score.balancedAccuracy()).isEqualTo(0.625);
        // Of 8 pairs 1 + 1 + 1 + 0 true ones are above 20, and 1 is above 80.
        assertThat(score.auc()).isEqualTo(4 / 8.0);
    }

    @Test
    void equalScoresCountHalf() {
        BinaryScore score = BinaryScore.of(
                List.of(judgement(true, 50), judgement(true, 70), judgement(false, 50), judgement(false, 50)));

        // 70 is above both; 50 is equal to both.
        assertThat(score.auc()).isEqualTo((2 + 2 * 0.5) / 4);
    }

    @Test
    void hasNoBalanceWithoutBothAnswers() {
        BinaryScore score = BinaryScore.of(List.of(judgement(true, 90)));

        assertThat(score.accuracy()).isEqualTo(1);
        assertThat(score.balancedAccuracy()).isNaN();
        assertThat(score.auc()).isNaN();
    }

    private static Judgement judgement(boolean truth, double score) {
        return new Judgement(truth, score >= 50, score);
    }
}
