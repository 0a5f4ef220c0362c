package org.lynceus.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.evaluate.statistics.Monotone.Sample;

class MonotoneTest {
    private final Monotone function = Monotone.fit(
            List.of(new Sample(2, 30), new Sample(0, 0), new Sample(1, 10), new Sample(3, 20), new Sample(4, 100)));

    @Test
    void isLinearBetweenSamplesAndConstantBeyond() {
        assertThat(function.valueAt(0.5)).isEqualTo(5);
        assertThat(function.valueAt(-7)).isEqualTo(0);
        assertThat(function.valueAt(7)).isEqualTo(100);
    }

    @Test
    void poolsSamplesThatFall() {
        assertThat(function.valueAt(2)).isEqualTo(25);
        assertThat(function.valueAt(2.5)).isEqualTo(25);
        assertThat(function.valueAt(3)).isEqualTo(25);
    }

    @Test
    void findsWhereAValueIsReached() {
        assertThat(function.reaches(62.5)).isEqualTo(3.5);
        assertThat(function.reaches(25)).isEqualTo(2);
        assertThat(function.reaches(-1)).isEqualTo(0);
        assertThat(function.reaches(101)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
