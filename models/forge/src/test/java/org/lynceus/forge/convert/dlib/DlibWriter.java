package org.lynceus.forge.convert.dlib;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes values and layers as dlib serialises them. */
final class DlibWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean later;

    /**
     * An empty file.
     *
     * @param later whether layers are written in their later versions
     */
    DlibWriter(boolean later) {
        this.later = later;
    }

    DlibWriter integers(long... values) {
        for (long value : values) {
            long magnitude = Math.abs(value);
            int size = (Long.SIZE - Long.numberOfLeadingZeros(magnitude | 1) + 7) / 8;
            bytes.write(size | (value < 0 ? 0x80 : 0));
            for (int i = 0; i < size; i++) {
                bytes.write((int) (magnitude >> (8 * i)));
            }
        }
        return this;
    }

    /** Multiples of 1/1024. */
    DlibWriter decimals(double... values) {
        for (double value : values) {
            integers(Math.round(value * 1024), -10);
        }
        return this;
    }

    DlibWriter name(String name) {
        integers(name.length());
        bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    DlibWriter flags(String flags) {
        bytes.writeBytes(flags.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    DlibWriter tensor(float... values) {
        integers(2, values.length, 1, 1, values.length == 0 ? 0 : 1);
        ByteBuffer floats = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(values);
        bytes.writeBytes(floats.array());
        return this;
    }

    DlibWriter place(int... sizes) {
        integers(1);
        for (int size : sizes) {
            integers(size);
        }
        return this;
    }

    /** The end of every layer but the innermost. */
    DlibWriter end() {
        return flags("110").tensor().tensor().tensor();
    }

    DlibWriter sizedInput(int rows, int columns, double... means) {
        return name("input_rgb_image_sized").decimals(means).integers(rows, columns);
    }

    DlibWriter convolution(int filters, int channels, int side, int stride, int pad, float... values) {
        name(later ? "con_5" : "con_4").tensor(values).integers(filters, side, side, stride, stride, pad, pad);
        place(filters, channels, side, side).place(1, filters, 1, 1).decimals(1, 1, 1, 0);
        return later ? flags("1") : this;
    }

    DlibWriter affine(float... values) {
        name(later ? "affine_2" : "affine_").tensor(values);
        place(1, values.length / 2, 1, 1).place(1, values.length / 2, 1, 1).integers(0);
        return later ? flags("0") : this;
    }

    DlibWriter pool(String name, int side, int stride, int pad) {
        return name(name).integers(side, side, stride, stride, pad, pad);
    }

    DlibWriter fullyConnected(int inputs, int outputs, float... values) {
        name(later ? "fc_3" : "fc_2").integers(outputs, inputs).tensor(values);
        place(inputs, outputs, 1, 1).place(1, outputs, 1, 1);
        integers(values.length > inputs * outputs ? 0 : 1).decimals(1, 1, 1, 0);
        return later ? flags("1") : this;
    }

    byte[] file() {
        return bytes.toByteArray();
    }
}
