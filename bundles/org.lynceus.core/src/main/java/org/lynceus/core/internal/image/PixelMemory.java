package org.lynceus.core.internal.image;

import java.nio.ByteBuffer;
import org.lynceus.api.Pixels;

/** Pixels in memory that goes when the last hold on it is given back. The creator has the first hold. Thread-safe. */
final class PixelMemory {
    private final int width;
    private final int height;
    private final int reduction;
    private final ByteBuffer pixels;
    private final Runnable free;
    private int holds = 1;

    /**
     * Creates it with one hold.
     *
     * @param reduction by how much the picture was shrunk
     * @param pixels rows of {@code 3 * width} bytes without gaps
     * @param free gives the memory back; run once
     */
    PixelMemory(int width, int height, int reduction, ByteBuffer pixels, Runnable free) {
        this.width = width;
        this.height = height;
        this.reduction = reduction;
        this.pixels = pixels;
        this.free = free;
    }

    int reduction() {
        return reduction;
    }

    /** Takes another hold. */
    synchronized Pixels hold() {
        if (holds == 0) {
            throw new IllegalStateException("the pixels are gone");
        }
        holds++;
        return new Hold();
    }

    /** Gives one hold back. */
    void release() {
        synchronized (this) {
            if (--holds != 0) {
                return;
            }
        }
        free.run();
    }

    private final class Hold implements Pixels {
        private boolean open = true;

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
            return PixelDecoder.CHANNELS * width;
        }

        @Override
        public synchronized ByteBuffer buffer() {
            if (!open) {
                throw new IllegalStateException("the pixels are closed");
            }
            return pixels;
        }

        @Override
        public void close() {
            synchronized (this) {
                if (!open) {
                    return;
                }
                open = false;
            }
            release();
        }
    }
}
