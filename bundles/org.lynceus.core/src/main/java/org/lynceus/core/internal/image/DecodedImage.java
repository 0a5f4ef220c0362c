package org.lynceus.core.internal.image;

import java.util.concurrent.locks.ReentrantLock;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;

/** An image that is decoded when its pixels are first asked for. */
final class DecodedImage implements Image {
    private static final int MAX_REDUCTION = 8;

    private final PixelDecoder decoder;
    private final EncodedPicture picture;
    private final int fileBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private PixelMemory decoded;
    private boolean closed;

    DecodedImage(PixelDecoder decoder, EncodedPicture picture, int fileBytes) {
        this.decoder = decoder;
        this.picture = picture;
        this.fileBytes = fileBytes;
    }

    @Override
    public int width() {
        return picture.orientation().swapsSides() ? picture.height() : picture.width();
    }

    @Override
    public int height() {
        return picture.orientation().swapsSides() ? picture.width() : picture.height();
    }

    @Override
    public boolean oriented() {
        return picture.oriented();
    }

    @Override
    public Pixels pixels(int minLongSide) throws VisionException {
        if (minLongSide < 1) {
            throw new IllegalArgumentException("long side " + minLongSide);
        }
        int reduction = reduction(minLongSide);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the image is closed");
            }
            if (decoded == null || decoded.reduction() > reduction) {
                releaseDecoded();
                decoded = decoder.decode(picture, fileBytes, reduction);
            }
            return decoded.hold();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            releaseDecoded();
        } finally {
            lock.unlock();
        }
    }

    private void releaseDecoded() {
        if (decoded != null) {
            decoded.release();
            decoded = null;
        }
    }

    /** The largest reduction whose long side is still long enough. */
    private int reduction(int minLongSide) {
        int longSide = Math.max(picture.width(), picture.height());
        int reduction = MAX_REDUCTION;
        while (reduction > 1 && EncodedPicture.reduced(longSide, reduction) < minLongSide) {
            reduction /= 2;
        }
        return reduction;
    }
}
