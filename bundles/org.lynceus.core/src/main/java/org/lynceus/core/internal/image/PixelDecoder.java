package org.lynceus.core.internal.image;

import java.nio.ByteBuffer;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes pictures to upright pixels within the budget. Thread-safe. */
final class PixelDecoder {
    /** Blue, green, red. */
    static final int CHANNELS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(PixelDecoder.class);

    private final PixelBudget budget;
    private final BufferPool pool;

    PixelDecoder(PixelBudget budget, BufferPool pool) {
        this.budget = budget;
        this.pool = pool;
    }

    /**
     * Decodes a picture, after waiting for room.
     *
     * @param fileBytes length of the file, of which the decoder makes a copy
     * @param reduction by how much both sides shrink: 1, 2, 4 or 8
     * @return pixels with one hold, which the caller releases
     */
    PixelMemory decode(EncodedPicture picture, int fileBytes, int reduction) throws VisionException {
        int columns = EncodedPicture.reduced(picture.width(), reduction);
        int rows = EncodedPicture.reduced(picture.height(), reduction);
        long size = (long) CHANNELS * columns * rows;
        if (size > Integer.MAX_VALUE) {
            throw PictureSizes.tooLarge(picture.width(), picture.height(), picture.orientation(), Integer.MAX_VALUE);
        }
        boolean swap = picture.orientation().swapsSides();
        PixelBudget.Reservation room = budget.reserve(size + fileBytes + picture.workingBytes(reduction));
        ByteBuffer memory = null;
        boolean done = false;
        long start = System.nanoTime();
        try {
            memory = take((int) size);
            ByteBuffer pixels = memory.slice(0, (int) size);
            decodeInto(picture, reduction, pixels, swap ? rows : columns, swap ? columns : rows);
            done = true;
            room.shrinkTo(memory.capacity());
            ByteBuffer kept = memory;
            return new PixelMemory(swap ? rows : columns, swap ? columns : rows, reduction, pixels, () -> {
                pool.give(kept);
                room.close();
            });
        } finally {
            Timings.add("decode", System.nanoTime() - start);
            if (!done) {
                if (memory != null) {
                    pool.give(memory);
                }
                room.close();
            }
        }
    }

    private ByteBuffer take(int bytes) throws VisionException {
        try {
            return pool.take(bytes);
        } catch (OutOfMemoryError e) {
            // The limit on direct memory, which the JVM reports this way before anything is harmed.
            LOG.warn("No direct memory for {} bytes of pixels; raise -XX:MaxDirectMemorySize", bytes, e);
            throw PixelBudget.overloaded();
        }
    }

    private static void decodeInto(EncodedPicture picture, int reduction, ByteBuffer pixels, int width, int height)
            throws VisionException {
        Mat stored = picture.decode(reduction);
        try {
            Mat upright = new Mat(height, width, CvType.CV_8UC3, pixels, (long) CHANNELS * width);
            long address = upright.dataAddr();
            picture.orientation().apply(stored, upright);
            boolean moved = upright.dataAddr() != address;
            upright.release();
            if (moved) {
                throw new IllegalStateException("pixels of " + width + " x " + height + " were not written in place");
            }
        } finally {
            stored.release();
        }
    }
}
