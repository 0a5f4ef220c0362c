package org.lynceus.detector.faces.internal.attributes.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementsTest {
    @Test
    void twoOpinionsMeetInTheMiddleOfTheirLogOdds() {
        assertThat(Judgements.both(Optional.of(0.9), Optional.of(0.1)).orElseThrow())
                .isCloseTo(0.5, within(1e-9));
        assertThat(Judgements.both(Optional.of(0.9), Optional.of(0.9)).orElseThrow())
                .isCloseTo(0.9, within(1e-9));
        // Log-odds of 0.999, not of 1, and 0.
        assertThat(Judgements.both(Optional.of(1.0), Optional.of(0.5)).orElseThrow())
                .isCloseTo(1 / (1 + Math.exp(-Math.log(999) / 2)), within(1e-9));
    }

    @Test
    void oneOpinionCountsAlone() {
        assertThat(Judgements.both(Optional.of(0.7), Optional.empty())).contains(0.7);
        assertThat(Judgements.both(Optional.empty(), Optional.of(0.2))).contains(0.2);
        assertThat(Judgements.both(Optional.empty(), Optional.empty())).isEmpty();
    }
}
