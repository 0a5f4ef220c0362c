package org.lynceus.packer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small networks as dlib serialises them. */
final class DlibFiles {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private DlibFiles() {}

    /** A network for pictures of 150 x 150 that gives the mean of each channel, as a share of 256. */
    static byte[] meanColour() {
        DlibFiles file = new DlibFiles();
        file.integers(3).name("input_rgb_image_sized").integers(0, -10, 0, -10, 0, -10, 150, 150);
        file.name("avg_pool_2").integers(0, 0, 1, 1, 0, 0);
        // Computed flags, then three empty tensors.
        file.flags("110");
        for (int i = 0; i < 3; i++) {
            file.integers(2, 0, 1, 1, 0);
        }
        file.integers(1);
        return file.bytes.toByteArray();
    }

    /** Each with its number of bytes before it, little-endian. */
    private DlibFiles integers(long... values) {
        for (long value : values) {
            long magnitude = Math.abs(value);
            int size = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(magnitude) + 7) / 8);
            bytes.write(size | (value < 0 ? 0x80 : 0));
            for (int i = 0; i < size; i++) {
                bytes.write((int) (magnitude >> (8 * i)));
            }
        }
        return this;
    }

    private DlibFiles name(String name) {
        integers(name.length());
        return flags(name);
    }

    private DlibFiles flags(String flags) {
        bytes.writeBytes(flags.getBytes(StandardCharsets.US_ASCII));
        return this;
    }
}
