package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class ZerosTest {
    private final Zeros zeros = new Zeros();

    @Test
    void lendsDirectZerosOfTheSizeAskedFor() {
        FloatBuffer lent = zeros.lend(5);
        assertThat(lent.isDirect()).isTrue();
        assertThat(lent.remaining()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(lent.get(i)).isZero();
        }
    }

    @Test
    void lendsTheSameMemoryAgain() {
        FloatBuffer first = zeros.lend(5);
        FloatBuffer second = zeros.lend(3);
        first.put(0, 1);
        assertThat(second.get(0)).isEqualTo(1);
        assertThat(second.remaining()).isEqualTo(3);
        assertThat(zeros.lend(6).get(0)).isZero();
    }
}
