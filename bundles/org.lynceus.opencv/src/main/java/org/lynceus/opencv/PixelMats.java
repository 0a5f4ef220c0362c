package org.lynceus.opencv;

import org.lynceus.api.Pixels;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Pixels as OpenCV matrices, and pixels of one's own. */
public final class PixelMats {
    static {
        OpenCv.load();
    }

    private PixelMats() {}

    /**
     * Views pixels as a matrix without copying.
     *
     * @param pixels open pixels, which must stay open as long as the matrix is used
     * @return a matrix of type 8UC3 in BGR order; the caller releases it
     */
    public static Mat view(Pixels pixels) {
        return new Mat(pixels.height(), pixels.width(), CvType.CV_8UC3, pixels.buffer(), pixels.stride());
    }

    /**
     * Makes black pixels that whoever asks for them fills, through {@link #view} for instance, before others see them.
     *
     * @param width columns, at least 1
     * @param height rows, at least 1
     * @return pixels without padding; closing them frees their memory at once
     * @throws ArithmeticException when they would take 2 GiB or more
     */
    public static Pixels allocate(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("pixels of " + width + " x " + height);
        }
        return new OwnPixels(width, height);
    }

    /**
     * Copies a matrix into pixels of one's own.
     *
     * @param bgr matrix of type 8UC3
     * @return pixels without padding; closing them frees their memory at once
     */
    public static Pixels copy(Mat bgr) {
        Pixels pixels = allocate(bgr.width(), bgr.height());
        Mat target = view(pixels);
        try {
            bgr.copyTo(target);
            return pixels;
        } catch (RuntimeException e) {
            pixels.close();
            throw e;
        } finally {
            target.release();
        }
    }
}
