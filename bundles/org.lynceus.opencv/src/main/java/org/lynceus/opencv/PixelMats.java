package org.lynceus.opencv;

import org.lynceus.api.Pixels;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Views of pixels as OpenCV matrices. */
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
}
