package org.lynceus.detector.models.internal;

import java.nio.ByteBuffer;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;

/** A picture of eight by eight black pixels that counts how many holds on it are open. */
final class BlackImage implements Image {
    private static final int SIDE = 8;

    int open;

    @Override
    public int width() {
        return SIDE;
    }

    @Override
    public int height() {
        return SIDE;
    }

    @Override
    public boolean oriented() {
        return false;
    }

    @Override
    public Pixels pixels(int minLongSide) {
        open++;
        return new Pixels() {
            @Override
            public int width() {
                return SIDE;
            }

            @Override
            public int height() {
                return SIDE;
            }

            @Override
            public int stride() {
                return 3 * SIDE;
            }

            @Override
            public ByteBuffer buffer() {
                return ByteBuffer.allocateDirect(3 * SIDE * SIDE);
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public void close() {
        // Nothing is held but what pixels() counts.
    }
}
