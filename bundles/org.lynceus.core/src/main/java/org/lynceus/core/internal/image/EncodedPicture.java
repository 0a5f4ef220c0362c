package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;
import org.opencv.core.Mat;

/** A complete JPEG or PNG file of which only the headers have been read. Immutable. */
interface EncodedPicture {
    /** Columns as stored, before the orientation is applied. */
    int width();

    /** Rows as stored, before the orientation is applied. */
    int height();

    /** How the stored picture must be turned. */
    Orientation orientation();

    /** Whether the file says how it must be turned. */
    boolean oriented();

    /**
     * Bytes that decoding needs for a while, at most, beside the file and the pixels that result.
     *
     * @param reduction 1, 2, 4 or 8
     */
    long workingBytes(int reduction);

    /**
     * Decodes to 8-bit BGR, not turned yet.
     *
     * @param reduction by how much both sides shrink, rounded up: 1, 2, 4 or 8
     * @return a matrix of type 8UC3; the caller releases it
     * @throws VisionException {@link VisionException.Reason#INVALID_IMAGE} when the file is broken
     */
    Mat decode(int reduction) throws VisionException;

    /** A side after a reduction. */
    static int reduced(int side, int reduction) {
        return (side + reduction - 1) / reduction;
    }
}
