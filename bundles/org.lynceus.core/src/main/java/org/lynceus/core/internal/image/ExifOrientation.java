package org.lynceus.core.internal.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the orientation out of an Exif block, which is a TIFF directory in a JPEG segment APP1 (Exif 2.32, 4.5.4). */
final class ExifOrientation {
    /** No orientation, or a broken block. */
    static final int ABSENT = 0;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TIFF_MAGIC = 42;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /**
     * Reads it from the payload of a segment.
     *
     * @return 1 to 8, or {@link #ABSENT}
     */
    static int read(byte[] file, int from, int to) {
        if (to - from < EXIF.length || !Arrays.equals(file, from, from + EXIF.length, EXIF, 0, EXIF.length)) {
            return ABSENT;
        }
        ByteBuffer tiff = ByteBuffer.wrap(file, from + EXIF.length, to - from - EXIF.length)
                .slice();
        try {
            int value = readTiff(tiff);
            return value >= 1 && value <= Orientation.values().length ? value : ABSENT;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return ABSENT;
        }
    }

    private static int readTiff(ByteBuffer tiff) {
        int order = tiff.getShort();
        if (order == 0x4949) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        } else if (order != 0x4d4d) {
            return ABSENT;
        }
        if (tiff.getShort() != TIFF_MAGIC) {
            return ABSENT;
        }
        tiff.position(tiff.getInt());
        int entries = Short.toUnsignedInt(tiff.getShort());
        for (int i = 0; i < entries; i++) {
            int entry = tiff.position();
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                int type = tiff.getShort(entry + 2);
                return switch (type) {
                    case SHORT -> tiff.getShort(entry + 8);
                    case LONG -> tiff.getInt(entry + 8);
                    default -> ABSENT;
                };
            }
            tiff.position(entry + ENTRY_BYTES);
        }
        return ABSENT;
    }
}
