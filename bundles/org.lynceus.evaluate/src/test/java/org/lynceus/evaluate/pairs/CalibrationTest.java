package org.lynceus.evaluate.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.statistics.Monotone.Sample;

class CalibrationTest {
    private final Calibration calibration = new Calibration(List.of(
            new Sample(0.5, 90), new Sample(0.1, 0), new Sample(0.3, 40), new Sample(0.4, 70), new Sample(0.2, 5)));

    @Test
    void findsTheCosineOfASimilarity() {
        assertThat(calibration.cosine(80)).isEqualTo(0.45);
        assertThat(calibration.cosine(99)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void knowsTheSamplesOnBothSides() {
        assertThat(calibration.below(80)).isEqualTo(0.4);
        assertThat(calibration.above(80)).isEqualTo(0.5);
        assertThat(calibration.above(99)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void predictsEveryOtherSampleFromTheRest() {
        // From 0, 40 and 90 at 0.1, 0.3 and 0.5: 20 instead of 5, and 65 instead of 70.
        assertThat(calibration.largestResidual()).isBetween(14.999, 15.001);
    }
}
