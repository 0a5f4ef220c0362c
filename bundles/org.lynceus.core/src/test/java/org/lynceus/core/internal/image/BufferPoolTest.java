package org.lynceus.core.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BufferPoolTest {
    @Test
    void aBufferIsUsedAgainForASimilarNeed() {
        try (BufferPool pool = new BufferPool(1 << 20)) {
            ByteBuffer buffer = pool.take(100_000);
            pool.give(buffer);
            assertThat(pool.take(90_000)).isSameAs(buffer);
            pool.give(buffer);
            assertThat(pool.take(10_000)).isNotSameAs(buffer);
            assertThat(pool.take(200_000).capacity()).isGreaterThanOrEqualTo(200_000);
        }
    }

    @Test
    void noMoreIsKeptThanAllowed() {
        BufferPool pool = new BufferPool(200_000);
        ByteBuffer one = pool.take(130_000);
        ByteBuffer two = pool.take(130_000);
        pool.give(one);
        pool.give(two);
        assertThat(pool.idleBytes()).isEqualTo(one.capacity());
        pool.close();
        assertThat(pool.idleBytes()).isZero();
    }

    @Test
    void nothingIsKeptAfterTheEnd() {
        BufferPool pool = new BufferPool(1 << 20);
        ByteBuffer late = pool.take(1);
        pool.close();
        pool.give(late);
        assertThat(pool.idleBytes()).isZero();
    }
}
