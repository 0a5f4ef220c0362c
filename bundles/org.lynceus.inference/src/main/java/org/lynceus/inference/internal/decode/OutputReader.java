package org.lynceus.inference.internal.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/** Copies a graph's outputs out of the runtime, numbers of every type as 32-bit floats. */
final class OutputReader {
    private static final int UNSIGNED = 0xff;

    private OutputReader() {}

    /**
     * Reads all outputs.
     *
     * @throws IllegalArgumentException when an output does not hold numbers
     */
    static Outputs read(NDList outputs) {
        List<Tensor> tensors = new ArrayList<>(outputs.size());
        for (NDArray output : outputs) {
            String name = output.getName() == null ? "" : output.getName();
            tensors.add(new Tensor(name, output.getShape().getShape(), floats(name, output)));
        }
        return new Outputs(tensors);
    }

    private static float[] floats(String name, NDArray output) {
        DataType type = output.getDataType();
        return switch (type) {
            case FLOAT32, FLOAT16 -> output.toFloatArray();
            case FLOAT64 -> ofDoubles(output.toByteBuffer().asDoubleBuffer());
            case INT64 -> ofLongs(output.toByteBuffer().asLongBuffer());
            case INT32 -> ofInts(output.toByteBuffer().asIntBuffer());
            case INT8 -> ofBytes(output.toByteBuffer(), false);
            case UINT8, BOOLEAN -> ofBytes(output.toByteBuffer(), true);
            default -> throw new IllegalArgumentException("output " + name + " holds values of type " + type);
        };
    }

    private static float[] ofDoubles(DoubleBuffer numbers) {
        float[] floats = new float[numbers.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers.get(i);
        }
        return floats;
    }

    private static float[] ofLongs(LongBuffer numbers) {
        float[] floats = new float[numbers.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i);
        }
        return floats;
    }

    private static float[] ofInts(IntBuffer numbers) {
        float[] floats = new float[numbers.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i);
        }
        return floats;
    }

    private static float[] ofBytes(ByteBuffer numbers, boolean unsigned) {
        float[] floats = new float[numbers.remaining()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = unsigned ? numbers.get(i) & UNSIGNED : numbers.get(i);
        }
        return floats;
    }
}
