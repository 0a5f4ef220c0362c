package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void takesTheNearestRank() {
        Quantiles quantiles = new Quantiles(30, 10, 20, 50, 40);

        assertThat(quantiles.at(0.5)).isEqualTo(30);
        assertThat(quantiles.at(0.95)).isEqualTo(50);
        assertThat(quantiles.at(0.2)).isEqualTo(10);
    }

    @Test
    void nothingFollowsFromNothing() {
        assertThat(new Quantiles().at(0.5)).isNaN();
    }
}
