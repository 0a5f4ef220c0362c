package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.statistics.AgeScore.Guess;

class AgeScoreTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    @Test
    void averagesGuesses() {
        AgeScore score = AgeScore.of(List.of(new Guess(30, 20, 30), new Guess(30.9, 20, 30), new Guess(5, 11, 15)));

        assertThat(score.count()).isEqualTo(3);
        assertThat(score.meanError()).isCloseTo((5 + 5.9 + 8) / 3, ROUNDING);
        assertThat(score.bias()).isCloseTo((-5 - 5.9 + 8) / 3, ROUNDING);
        assertThat(score.inside()).isEqualTo(2 / 3.0);
        assertThat(score.meanWidth()).isEqualTo(8);
    }
}
