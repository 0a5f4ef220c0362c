package org.lynceus.packer.source;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lynceus.forge.ForgeException;

/**
 * Reads arrays that NumPy saved: format versions 1 to 3, little-endian floats of 16, 32 or 64 bits, C order.
 *
 * <p>Source: numpy.lib.format, "A simple format for saving numpy arrays to disk".
 */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern DTYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

    private NpyReader() {}

    /**
     * An array of two dimensions.
     *
     * @param rows number of rows
     * @param columns numbers of a row
     * @param values row by row
     */
    public record Matrix(int rows, int columns, float[] values) {}

    /**
     * Reads an array of two dimensions.
     *
     * @param name what to call the file in messages
     * @param file its bytes
     * @return the array as 32-bit floats
     * @throws ForgeException when it is no such array, or cut off
     */
    public static Matrix matrix(String name, byte[] file) throws ForgeException {
        if (file.length < 10 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ForgeException(name + " is not an array that NumPy saved (.npy)");
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean wide = file[MAGIC.length] > 1;
        int start = wide ? 12 : 10;
        long length = file.length < start ? Long.MAX_VALUE : wide ? bytes.getInt(8) : bytes.getShort(8) & 0xffff;
        if (length < 0 || start + length > file.length) {
            throw new ForgeException(name + " is cut off");
        }
        String header = new String(file, start, (int) length, StandardCharsets.ISO_8859_1);
        if (find(FORTRAN, header, name).equals("True")) {
            throw new ForgeException(name + " is in Fortran order: save numpy.ascontiguousarray(array)");
        }
        long[] shape = shape(name, find(SHAPE, header, name));
        bytes.position((int) (start + length));
        return new Matrix((int) shape[0], (int) shape[1], values(name, find(DTYPE, header, name), bytes, shape));
    }

    private static long[] shape(String name, String text) throws ForgeException {
        long[] shape;
        try {
            shape = Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(number -> !number.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new ForgeException(name + " has the shape (" + text + "), which cannot be read", e);
        }
        boolean matrix = shape.length == 2 && shape[0] > 0 && shape[1] > 0;
        if (!matrix || shape[0] > Integer.MAX_VALUE / Double.BYTES / shape[1]) {
            throw new ForgeException(
                    name + " has the shape (" + text + "); a row for each label is needed, (labels, dimension)");
        }
        return shape;
    }

    private static float[] values(String name, String type, ByteBuffer bytes, long[] shape) throws ForgeException {
        int width = switch (type) {
            case "<f2" -> Short.BYTES;
            case "<f4" -> Float.BYTES;
            case "<f8" -> Double.BYTES;
            default ->
                throw new ForgeException(name + " holds values of the type '" + type
                        + "'; little-endian floats are needed: save array.astype('<f4')");
        };
        float[] values = new float[(int) (shape[0] * shape[1])];
        if (bytes.remaining() != (long) values.length * width) {
            throw new ForgeException(name + " has " + bytes.remaining() + " bytes of values, "
                    + (long) values.length * width + " were expected: is it cut off?");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case Short.BYTES -> Fp16Conversions.fp16ToFloat(bytes.getShort());
                case Float.BYTES -> bytes.getFloat();
                default -> (float) bytes.getDouble();
            };
        }
        return values;
    }

    private static String find(Pattern pattern, String header, String name) throws ForgeException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new ForgeException(name + " has a header that cannot be read: it is damaged, or an array of records");
        }
        return matcher.group(1);
    }
}
