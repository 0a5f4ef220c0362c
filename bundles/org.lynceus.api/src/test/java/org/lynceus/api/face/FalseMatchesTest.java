package org.lynceus.api.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalseMatchesTest {
    @ParameterizedTest(name = "{0}: 10^{1}")
    @CsvSource({"80, -3", "99, -5", "20, -1.272", "50, -2.136", "99.9, -6.441"})
    void theExponentIsLinearInTheLogit(double similarity, double exponent) {
        assertThat(Math.log10(FalseMatches.rate(similarity))).isCloseTo(exponent, within(1e-3));
    }

    @Test
    void theEndsAreFinite() {
        assertThat(FalseMatches.rate(0)).isEqualTo(1);
        assertThat(FalseMatches.rate(1e-30)).isEqualTo(1);
        assertThat(FalseMatches.rate(100)).isBetween(1e-13, 1e-8);
    }
}
