package org.lynceus.forge.convert.dlib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.lynceus.forge.ForgeException;

/**
 * Reads the values that dlib's serialisation knows, in sequence. Not thread-safe.
 *
 * <p>Integer: a control byte (low four bits: number of bytes that follow, highest bit: negative), then the magnitude,
 * little-endian. Float: two integers m and e for m * 2^e. Text: its length as an integer, then the bytes. Flag: the
 * character 0 or 1. Tensor: the integer 2, four dimensions as integers, then 32-bit floats, little-endian.
 */
final class DlibReader {
    private static final int NEGATIVE = 0x80;
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_NAME = 4;
    private static final long TENSOR_VERSION = 2;
    private static final long PLACE_VERSION = 1;

    private final String label;
    private final ByteBuffer bytes;
    private String layer = "head of the file";

    /**
     * A reader at the beginning of a file.
     *
     * @param label the beginning of messages
     * @param file the file
     */
    DlibReader(String label, byte[] file) {
        this.label = label;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Names the layer that is read from here on, for messages. */
    void enter(String name) {
        layer = name;
    }

    /** Bytes that have not been read. */
    int remaining() {
        return bytes.remaining();
    }

    /** A failure at the place that was reached. */
    ForgeException failure(String what) {
        return new ForgeException(label + ": layer '" + layer + "', offset " + bytes.position() + ": " + what);
    }

    /** The next integer. */
    long integer() throws ForgeException {
        int control = Byte.toUnsignedInt(next("an integer"));
        int size = control & 0x0f;
        if (size > Long.BYTES || (control & 0x70) != 0) {
            throw failure("this is no integer (control byte 0x" + Integer.toHexString(control) + ")");
        }
        long magnitude = 0;
        for (int i = 0; i < size; i++) {
            magnitude |= (long) Byte.toUnsignedInt(next("an integer")) << (8 * i);
        }
        return (control & NEGATIVE) == 0 ? magnitude : -magnitude;
    }

    /** The next integer, which must lie in a range. */
    int integer(String what, int low, int high) throws ForgeException {
        long value = integer();
        if (value < low || value > high) {
            throw failure(what + " is " + value + ", it should lie between " + low + " and " + high);
        }
        return (int) value;
    }

    /** The next floating point number. */
    double decimal() throws ForgeException {
        long mantissa = integer();
        return mantissa * Math.pow(2, integer());
    }

    /** The next flag. */
    boolean flag() throws ForgeException {
        byte value = next("a flag");
        if (value != '0' && value != '1') {
            throw failure("this is no flag (" + value + ")");
        }
        return value == '1';
    }

    /**
     * Whether the name of a layer follows, and not a small integer.
     *
     * @param prefix how the name should begin
     */
    boolean nameFollows(String prefix) throws ForgeException {
        int position = bytes.position();
        long length = integer();
        boolean follows = length >= SHORTEST_NAME && length <= LONGEST_NAME;
        int known = Math.min(prefix.length(), bytes.remaining());
        for (int i = 0; follows && i < known; i++) {
            follows = bytes.get(bytes.position() + i) == prefix.charAt(i);
        }
        bytes.position(position);
        return follows;
    }

    /** The next name of a layer. */
    String name() throws ForgeException {
        byte[] text = new byte[integer("the length of a layer's name", SHORTEST_NAME, LONGEST_NAME)];
        for (int i = 0; i < text.length; i++) {
            text[i] = next("a layer's name");
            if (text[i] <= ' ' || text[i] > '~') {
                throw failure("the name of a layer was expected here");
            }
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** The next tensor. */
    DlibTensor tensor() throws ForgeException {
        requireVersion(TENSOR_VERSION, "tensor");
        DlibTensor shape = dimensions();
        if (shape.size() > bytes.remaining() / Float.BYTES) {
            throw failure(String.format(
                    "the file ends in the middle of a tensor: %.0f values do not fit into the remaining %d bytes",
                    shape.size(), bytes.remaining()));
        }
        float[] values = new float[(int) shape.size()];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
        return new DlibTensor(shape.samples(), shape.channels(), shape.rows(), shape.columns(), values);
    }

    /** The next place inside a tensor: a shape without values. */
    DlibTensor place() throws ForgeException {
        requireVersion(PLACE_VERSION, "part of a tensor");
        return dimensions();
    }

    private void requireVersion(long version, String what) throws ForgeException {
        long stored = integer();
        if (stored != version) {
            throw failure("this is no " + what + " of version " + version + " (" + stored + ")");
        }
    }

    private DlibTensor dimensions() throws ForgeException {
        int[] sizes = new int[4];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = integer("a dimension of a tensor", 0, Integer.MAX_VALUE);
        }
        return new DlibTensor(sizes[0], sizes[1], sizes[2], sizes[3], new float[0]);
    }

    private byte next(String what) throws ForgeException {
        if (!bytes.hasRemaining()) {
            throw failure("the file ends in the middle of " + what);
        }
        return bytes.get();
    }
}
