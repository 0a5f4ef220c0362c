package org.lynceus.core.internal.image;

import org.lynceus.api.VisionException;

/**
 * What the frame header of a JPEG file says (ITU-T T.81, B.2.2).
 *
 * @param width columns
 * @param height rows
 * @param components 1, 3 or 4
 * @param progressive whether the scans refine each other
 * @param coefficientBytes memory for the coefficients of the whole picture, two bytes each
 */
record JpegFrame(int width, int height, int components, boolean progressive, long coefficientBytes) {
    private static final int FIXED_BYTES = 6;
    private static final int COMPONENT_BYTES = 3;
    private static final int BLOCK = 8;

    static JpegFrame read(byte[] file, int from, int to, int marker) throws VisionException {
        if (to - from < FIXED_BYTES) {
            throw BrokenPicture.exception();
        }
        int height = Bytes.unsigned16(file, from + 1);
        int width = Bytes.unsigned16(file, from + 3);
        int components = Bytes.unsigned8(file, from + 5);
        boolean sensible = components == 1 || components == 3 || components == 4;
        if (width == 0 || height == 0 || !sensible || to - from < FIXED_BYTES + components * COMPONENT_BYTES) {
            throw BrokenPicture.exception();
        }
        boolean progressive = (marker & 3) == 2;
        return new JpegFrame(
                width, height, components, progressive, coefficientBytes(file, from, width, height, components));
    }

    private static long coefficientBytes(byte[] file, int from, int width, int height, int components)
            throws VisionException {
        int maxAcross = 0;
        int maxDown = 0;
        for (int i = 0; i < components; i++) {
            int sampling = sampling(file, from, i);
            maxAcross = Math.max(maxAcross, sampling >> 4);
            maxDown = Math.max(maxDown, sampling & 15);
        }
        if (maxAcross == 0 || maxDown == 0) {
            throw BrokenPicture.exception();
        }
        long unitsAcross = ceil(width, maxAcross * BLOCK);
        long unitsDown = ceil(height, maxDown * BLOCK);
        long blocks = 0;
        for (int i = 0; i < components; i++) {
            int sampling = sampling(file, from, i);
            blocks += unitsAcross * (sampling >> 4) * unitsDown * (sampling & 15);
        }
        return blocks * BLOCK * BLOCK * Short.BYTES;
    }

    private static int sampling(byte[] file, int from, int component) {
        return Bytes.unsigned8(file, from + FIXED_BYTES + component * COMPONENT_BYTES + 1);
    }

    private static long ceil(int side, int unit) {
        return (side + unit - 1) / unit;
    }
}
