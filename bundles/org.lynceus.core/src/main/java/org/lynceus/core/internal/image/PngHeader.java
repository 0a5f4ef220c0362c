package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;

/**
 * What the header of a PNG file says.
 *
 * @param width columns
 * @param height rows
 * @param depth bits per sample: 1, 2, 4, 8 or 16
 * @param color colour type, a sum of 1 (palette), 2 (colour) and 4 (alpha)
 * @param transparent whether pixels may be transparent
 * @param transparentGrey the grey sample that is transparent, or {@link #NO_GREY}
 */
record PngHeader(int width, int height, int depth, int color, boolean transparent, int transparentGrey) {
    /** No grey sample is transparent. */
    static final int NO_GREY = -1;

    private static final int GREY = 0;
    private static final int ALPHA = 4;

    static PngHeader read(byte[] file, int at) throws VisionException {
        int width = Bytes.signed32(file, at);
        int height = Bytes.signed32(file, at + 4);
        int depth = Bytes.unsigned8(file, at + 8);
        int color = Bytes.unsigned8(file, at + 9);
        boolean sensible = switch (color) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
        if (width <= 0 || height <= 0 || !sensible) {
            throw BrokenPicture.exception();
        }
        return new PngHeader(width, height, depth, color, (color & ALPHA) != 0, NO_GREY);
    }

    PngHeader withTransparency(int grey) {
        return new PngHeader(width, height, depth, color, true, color == GREY ? grey : NO_GREY);
    }
}
