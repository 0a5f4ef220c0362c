package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** The examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, score method. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsWilsons(long count, long total, double low, double high) {
        Proportion proportion = new Proportion(count, total);

        assertThat(proportion.low()).isCloseTo(low, Offset.offset(5e-5));
        assertThat(proportion.high()).isCloseTo(high, Offset.offset(5e-5));
    }

    @Test
    void nothingFollowsFromNothing() {
        Proportion proportion = new Proportion(0, 0);

        assertThat(proportion.share()).isNaN();
        assertThat(proportion.low()).isNaN();
        assertThat(proportion.high()).isNaN();
    }
}
