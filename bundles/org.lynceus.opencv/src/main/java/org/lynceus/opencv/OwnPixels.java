package org.lynceus.opencv;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lynceus.api.Pixels;

/** Pixels with one holder, in a direct buffer without padding. */
final class OwnPixels implements Pixels {
    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final ByteBuffer bytes;
    private final AtomicBoolean closed = new AtomicBoolean();

    OwnPixels(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = ByteBuffer.allocateDirect(Math.multiplyExact(Math.multiplyExact(width, height), CHANNELS));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int stride() {
        return CHANNELS * width;
    }

    @Override
    public ByteBuffer buffer() {
        if (closed.get()) {
            throw new IllegalStateException("these pixels are closed");
        }
        return bytes;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            DirectMemory.free(bytes);
        }
    }
}
