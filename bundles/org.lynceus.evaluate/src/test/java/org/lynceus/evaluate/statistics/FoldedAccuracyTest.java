package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.statistics.FoldedAccuracy.Fold;

class FoldedAccuracyTest {
    @Test
    void judgesEachFoldAtTheThresholdOfTheOthers() {
        // The first alone would choose 50, the second 70. At 70 the first has 3 of 4 right, at 50 the second 3 of 4.
        Fold first = new Fold(List.of(50.0, 90.0), List.of(10.0, 20.0));
        Fold second = new Fold(List.of(70.0, 90.0), List.of(60.0, 20.0));

        FoldedAccuracy accuracy = FoldedAccuracy.of(List.of(first, second));

        assertThat(accuracy).isEqualTo(new FoldedAccuracy(2, 0.75, 0));
    }

    @Test
    void tellsHowFarTheFoldsDiffer() {
        Fold right = new Fold(List.of(90.0), List.of(10.0));
        Fold half = new Fold(List.of(90.0), List.of(95.0));

        FoldedAccuracy three = FoldedAccuracy.of(List.of(right, right, half));

        // 1, 1 and 0.5, always at 90: standard deviation 0.2887.
        assertThat(three.mean()).isCloseTo(2.5 / 3, Offset.offset(1e-9));
        assertThat(three.standardError()).isCloseTo(0.288675 / Math.sqrt(3), Offset.offset(1e-5));
    }
}
