package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** A complete PNG file. It is stored upright, whatever an Exif chunk may say. */
final class PngPicture implements EncodedPicture {
    private static final int BGR_BYTES = 3;
    private static final int BGRA_BYTES = 4;
    private static final double TO_8_BITS = 255.0 / 65535.0;

    private final byte[] file;
    private final PngHeader header;

    PngPicture(byte[] file, PngHeader header) {
        this.file = file;
        this.header = header;
    }

    @Override
    public int width() {
        return header.width();
    }

    @Override
    public int height() {
        return header.height();
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public boolean oriented() {
        return false;
    }

    @Override
    public long workingBytes(int reduction) {
        long pixels = (long) header.width() * header.height();
        long decoded = header.transparent() ? BGRA_BYTES * (header.depth() == 16 ? 2L : 1L) + BGR_BYTES : BGR_BYTES;
        return pixels * decoded;
    }

    @Override
    public Mat decode(int reduction) throws VisionException {
        int flags = header.transparent()
                ? Imgcodecs.IMREAD_UNCHANGED
                : Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION;
        Mat decoded = FileMats.decode(file, flags);
        if (decoded.cols() != header.width() || decoded.rows() != header.height()) {
            decoded.release();
            throw BrokenPicture.exception();
        }
        Mat opaque = header.transparent() ? flatten(decoded) : decoded;
        return reduction == 1 ? opaque : reduce(opaque, reduction);
    }

    /** Puts the picture on white; releases what it is given. */
    private Mat flatten(Mat decoded) {
        try {
            if (decoded.channels() == BGRA_BYTES) {
                return Transparency.onWhite(decoded);
            }
            if (header.transparentGrey() != PngHeader.NO_GREY && decoded.channels() == 1) {
                hideGrey(decoded);
            }
            return toBgr(decoded);
        } finally {
            decoded.release();
        }
    }

    private void hideGrey(Mat grey) {
        // The decoder spreads samples of fewer than eight bits over 0–255.
        int largest = (1 << header.depth()) - 1;
        int sample = header.depth() < 8 ? header.transparentGrey() * 255 / largest : header.transparentGrey();
        Mat hidden = new Mat();
        try {
            Core.compare(grey, new Scalar(sample), hidden, Core.CMP_EQ);
            grey.setTo(new Scalar(header.depth() == 16 ? 65535 : 255), hidden);
        } finally {
            hidden.release();
        }
    }

    private static Mat toBgr(Mat decoded) {
        if (decoded.depth() == CvType.CV_16U) {
            decoded.convertTo(decoded, CvType.CV_8U, TO_8_BITS);
        }
        Mat bgr = new Mat();
        if (decoded.channels() == 1) {
            Imgproc.cvtColor(decoded, bgr, Imgproc.COLOR_GRAY2BGR);
        } else {
            decoded.copyTo(bgr);
        }
        return bgr;
    }

    private static Mat reduce(Mat opaque, int reduction) {
        Size size = new Size(
                EncodedPicture.reduced(opaque.cols(), reduction), EncodedPicture.reduced(opaque.rows(), reduction));
        Mat reduced = new Mat();
        try {
            Imgproc.resize(opaque, reduced, size, 0, 0, Imgproc.INTER_AREA);
            return reduced;
        } finally {
            opaque.release();
        }
    }
}
