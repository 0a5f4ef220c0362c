package org.lynceus.packer;

import java.nio.ByteBuffer;
import org.lynceus.api.Pixels;

/** A picture that tests paint. */
final class Picture implements Pixels {
    private final int width;
    private final int height;
    private final ByteBuffer bytes;

    /** A black picture. */
    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = ByteBuffer.allocateDirect(3 * width * height);
    }

    /** Fills a rectangle. */
    Picture paint(int left, int top, int right, int bottom, int red, int green, int blue) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = 3 * (y * width + x);
                bytes.put(at, (byte) blue).put(at + 1, (byte) green).put(at + 2, (byte) red);
            }
        }
        return this;
    }

    /** A picture of one colour. */
    static Picture of(int width, int height, int red, int green, int blue) {
        return new Picture(width, height).paint(0, 0, width, height, red, green, blue);
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
        return 3 * width;
    }

    @Override
    public ByteBuffer buffer() {
        return bytes.duplicate();
    }

    @Override
    public void close() {
        // The buffer goes with the picture.
    }
}
