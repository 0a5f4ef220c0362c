package org.lynceus.core.internal.image;

import org.lynceus.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** Hands files to OpenCV's decoders. */
final class FileMats {
    static {
        OpenCv.load();
    }

    private FileMats() {}

    /**
     * Decodes a file.
     *
     * @param flags of {@link Imgcodecs}
     * @return the picture, empty when it cannot be decoded; the caller releases it
     */
    static Mat decode(byte[] file, int flags) {
        Mat encoded = new Mat(1, file.length, CvType.CV_8UC1);
        try {
            encoded.put(0, 0, file);
            return Imgcodecs.imdecode(encoded, flags);
        } finally {
            encoded.release();
        }
    }
}
