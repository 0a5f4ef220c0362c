package org.lynceus.core.internal.image;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Puts pictures with an alpha channel on white, a few rows at a time. */
final class Transparency {
    private static final int CHANNELS = 4;
    private static final int ALPHA = 3;
    private static final int STRIP_SAMPLES = 1 << 16;
    private static final int MAX_8 = 255;
    private static final int MAX_16 = 65535;

    private Transparency() {}

    /**
     * Composes {@code alpha * colour + (1 - alpha) * white}; alpha is not premultiplied (ISO/IEC 15948, clause 12.9).
     *
     * @param bgra matrix of type 8UC4 or 16UC4
     * @return a matrix of type 8UC3; the caller releases it
     */
    static Mat onWhite(Mat bgra) {
        Mat bgr = new Mat(bgra.rows(), bgra.cols(), CvType.CV_8UC3);
        int rows = Math.max(1, STRIP_SAMPLES / (bgra.cols() * CHANNELS));
        if (bgra.depth() == CvType.CV_16U) {
            strips16(bgra, bgr, rows);
        } else {
            strips8(bgra, bgr, rows);
        }
        return bgr;
    }

    private static void strips8(Mat bgra, Mat bgr, int rows) {
        for (int row = 0; row < bgra.rows(); row += rows) {
            int pixels = Math.min(rows, bgra.rows() - row) * bgra.cols();
            byte[] from = new byte[pixels * CHANNELS];
            byte[] to = new byte[pixels * ALPHA];
            bgra.get(row, 0, from);
            for (int i = 0, j = 0; i < from.length; i += CHANNELS) {
                int alpha = Byte.toUnsignedInt(from[i + ALPHA]);
                int white = MAX_8 * (MAX_8 - alpha) + MAX_8 / 2;
                for (int c = 0; c < ALPHA; c++) {
                    to[j++] = (byte) ((Byte.toUnsignedInt(from[i + c]) * alpha + white) / MAX_8);
                }
            }
            bgr.put(row, 0, to);
        }
    }

    private static void strips16(Mat bgra, Mat bgr, int rows) {
        long full = (long) MAX_16 * MAX_16;
        for (int row = 0; row < bgra.rows(); row += rows) {
            int pixels = Math.min(rows, bgra.rows() - row) * bgra.cols();
            short[] from = new short[pixels * CHANNELS];
            byte[] to = new byte[pixels * ALPHA];
            bgra.get(row, 0, from);
            for (int i = 0, j = 0; i < from.length; i += CHANNELS) {
                long alpha = Short.toUnsignedLong(from[i + ALPHA]);
                long white = MAX_16 * (MAX_16 - alpha);
                for (int c = 0; c < ALPHA; c++) {
                    long composed = Short.toUnsignedLong(from[i + c]) * alpha + white;
                    to[j++] = (byte) ((composed * MAX_8 + full / 2) / full);
                }
            }
            bgr.put(row, 0, to);
        }
    }
}
