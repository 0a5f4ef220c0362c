package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.statistics.Reliability.Answer;
import org.lynceus.evaluate.statistics.Reliability.Bin;

class ReliabilityTest {
    @Test
    void sortsAnswersIntoBins() {
        Reliability reliability = Reliability.of(List.of(
                new Answer(100, true),
                new Answer(90, false),
                new Answer(89.9, true),
                new Answer(50, true),
                new Answer(12, false)));

        assertThat(reliability.bins())
                .containsExactly(
                        new Bin(10, 20, 1, 12, 0),
                        new Bin(50, 60, 1, 50, 100),
                        new Bin(80, 90, 1, 89.9, 100),
                        new Bin(90, 100, 2, 95, 50));
        assertThat(reliability.bins().get(3).gap()).isEqualTo(-45);
    }

    @Test
    void theLargestGapIsTakenFromBinsWithEnoughAnswers() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(new Answer(75, i < 27));
        }
        for (int i = 0; i < 29; i++) {
            answers.add(new Answer(95, false));
        }
        Reliability reliability = Reliability.of(answers);

        assertThat(reliability.largestGap().orElseThrow()).isCloseTo(15, Offset.offset(1e-9));
        assertThat(reliability.meanGap()).isCloseTo((30 * 15 + 29 * 95) / 59.0, Offset.offset(1e-9));
    }

    @Test
    void hasNoLargestGapWithoutEnoughAnswers() {
        assertThat(Reliability.of(List.of(new Answer(75, true))).largestGap()).isEmpty();
    }
}
