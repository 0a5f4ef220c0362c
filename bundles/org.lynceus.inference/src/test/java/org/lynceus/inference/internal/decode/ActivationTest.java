package org.lynceus.inference.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationTest {
    @Test
    void softmaxSharesOutOne() {
        float[] values = {9, (float) Math.log(1), (float) Math.log(3), 9};
        Activation.SOFTMAX.apply(values, 1, 2);
        assertThat(values).containsExactly(new float[] {9, 0.25f, 0.75f, 9}, within(1e-6f));
    }

    @Test
    void softmaxStandsLargeAndAbsentNumbers() {
        float[] values = {1e30f, Float.NaN, -1e30f, 1e30f};
        Activation.SOFTMAX.apply(values);
        assertThat(values).containsExactly(0.5f, 0, 0, 0.5f);
    }

    @Test
    void sigmoidIsForEachAlone() {
        float[] values = {0, (float) Math.log(3), Float.NaN, -1000};
        Activation.SIGMOID.apply(values);
        assertThat(values).containsExactly(new float[] {0.5f, 0.75f, 0, 0}, within(1e-6f));
    }

    @Test
    void probabilitiesStayWithinTheirRange() {
        float[] values = {0.25f, 1.5f, -1, Float.NaN};
        Activation.NONE.apply(values);
        assertThat(values).containsExactly(0.25f, 1, 0, 0);
    }
}
