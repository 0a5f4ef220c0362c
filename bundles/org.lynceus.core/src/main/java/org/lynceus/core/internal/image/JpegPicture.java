package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** A complete JPEG file. */
final class JpegPicture implements EncodedPicture {
    private static final int BGR_BYTES = 3;

    private final byte[] file;
    private final JpegFrame frame;
    private final int exifOrientation;
    private final boolean buffered;

    /**
     * Creates it from what its headers say.
     *
     * @param exifOrientation 1 to 8, or {@link ExifOrientation#ABSENT}
     * @param buffered whether the decoder must keep the coefficients of the whole picture
     */
    JpegPicture(byte[] file, JpegFrame frame, int exifOrientation, boolean buffered) {
        this.file = file;
        this.frame = frame;
        this.exifOrientation = exifOrientation;
        this.buffered = buffered;
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public Orientation orientation() {
        return Orientation.of(exifOrientation);
    }

    @Override
    public boolean oriented() {
        return exifOrientation != ExifOrientation.ABSENT;
    }

    @Override
    public long workingBytes(int reduction) {
        long decoded = (long) BGR_BYTES
                * EncodedPicture.reduced(frame.width(), reduction)
                * EncodedPicture.reduced(frame.height(), reduction);
        return decoded + (buffered ? frame.coefficientBytes() : 0);
    }

    @Override
    public Mat decode(int reduction) throws VisionException {
        int flags = switch (reduction) {
            case 2 -> Imgcodecs.IMREAD_REDUCED_COLOR_2;
            case 4 -> Imgcodecs.IMREAD_REDUCED_COLOR_4;
            case 8 -> Imgcodecs.IMREAD_REDUCED_COLOR_8;
            default -> Imgcodecs.IMREAD_COLOR;
        };
        Mat decoded = FileMats.decode(file, flags | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
        boolean whole = decoded.cols() == EncodedPicture.reduced(frame.width(), reduction)
                && decoded.rows() == EncodedPicture.reduced(frame.height(), reduction)
                && !(PrematureEnd.suspectedIn(decoded) && PrematureEnd.reportedFor(file));
        if (!whole) {
            decoded.release();
            throw BrokenPicture.exception();
        }
        return decoded;
    }
}
