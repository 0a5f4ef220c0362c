package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerificationTest {
    private final Verification scores =
            new Verification(new double[] {90, 80, 95, 20}, new double[] {10, 80, 30, 40, 5});

    @Test
    void thresholdsAreInclusive() {
        assertThat(scores.sameAt(80)).isEqualTo(3);
        assertThat(scores.differentAt(80)).isEqualTo(1);
        assertThat(scores.accuracy(80)).isEqualTo(7 / 9.0);
        assertThat(scores.tar(80)).isEqualTo(0.75);
        assertThat(scores.far(80)).isEqualTo(0.2);
    }

    @Test
    void theBestThresholdIsTheLowestOfTheBest() {
        // From 80 on 3 + 4 are right, from 90 on 2 + 5: the same.
        assertThat(scores.bestThreshold()).isEqualTo(80);
    }

    @Test
    void refusingEveryPairCanBeBest() {
        Verification reversed = new Verification(new double[] {1}, new double[] {2, 3});

        assertThat(reversed.bestThreshold()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(reversed.accuracy(reversed.bestThreshold())).isEqualTo(2 / 3.0);
    }

    @Test
    void acceptsTheShareOfDifferentPairsThatIsAllowed() {
        // One of five may be accepted, the one at 80; or two, also the one at 40; or three, also the one at 30.
        assertThat(scores.tarAtFar(0.2)).hasValue(0.75);
        assertThat(scores.tarAtFar(0.4)).hasValue(0.75);
        assertThat(scores.tarAtFar(0.6)).hasValue(1);
        assertThat(scores.tarAtFar(1)).hasValue(1);
    }

    @Test
    void tiedPairsAreAcceptedTogetherOrNotAtAll() {
        Verification ties = new Verification(new double[] {70, 60, 60, 50}, new double[] {60, 60, 10, 10});

        assertThat(ties.tarAtFar(0.25)).hasValue(0.25);
        assertThat(ties.tarAtFar(0.5)).hasValue(1);
    }

    @Test
    void saysNothingOfSharesThatTheNumberOfPairsCannotShow() {
        assertThat(scores.tarAtFar(0.19)).isEmpty();
        assertThat(new Verification(new double[0], new double[] {1, 2}).tarAtFar(0.5))
                .isEmpty();
    }

    @Test
    void aThousandPairsShowOneInAThousand() {
        double[] different = new double[1000];
        different[7] = 99;

        Verification thousand = new Verification(new double[] {98, 0}, different);

        assertThat(thousand.tarAtFar(1e-3)).hasValue(0.5);
    }
}
