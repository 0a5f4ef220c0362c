package org.lynceus.packer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes arrays as NumPy does. */
public final class Npy {
    private Npy() {}

    /** A matrix of 32-bit floats. */
    public static byte[] floats(int rows, int columns, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putFloat((float) value);
        }
        return array("<f4", "False", "(" + rows + ", " + columns + ")", bytes.array());
    }

    /** Any array. */
    public static byte[] array(String type, String fortran, String shape, byte[] values) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
        int padding = 63 - (10 + header.length()) % 64;
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text)
                .put(values)
                .array();
    }
}
