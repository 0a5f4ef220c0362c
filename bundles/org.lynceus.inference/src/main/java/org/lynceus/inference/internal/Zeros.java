package org.lynceus.inference.internal;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Lends direct memory full of zeros. What is lent is shared and must not be written to. Thread-safe.
 *
 * <p>Direct memory is freed only by a garbage collection, which loading models does not bring about. Until then the next
 * borrower gets the same memory, so that loading many models in a row takes no more than loading one.
 */
final class Zeros {
    private WeakReference<ByteBuffer> last = new WeakReference<>(null);

    /**
     * Lends zeros.
     *
     * @param size number of floats
     */
    synchronized FloatBuffer lend(int size) {
        ByteBuffer zeros = last.get();
        if (zeros == null || zeros.capacity() < size * Float.BYTES) {
            zeros = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
            last = new WeakReference<>(zeros);
        }
        return zeros.asFloatBuffer().limit(size);
    }
}
