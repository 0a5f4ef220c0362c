package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.forge.onnx.Tensors;

/**
 * A tensor whose values are known while converting. Immutable; the arrays are not copied and must not be changed.
 *
 * @param dims its dimensions; none for a single number
 * @param type the kind of its values
 * @param floats its values, row-major, when they are floats; otherwise empty
 * @param integers its values when they are integers, or 0 and 1 for truth values; otherwise empty
 */
record Constant(List<Long> dims, ElementType type, float[] floats, long[] integers) {
    Constant {
        dims = List.copyOf(dims);
    }

    static Constant of(List<Long> dims, float[] values) {
        return new Constant(dims, ElementType.FLOAT, values, new long[0]);
    }

    static Constant of(List<Long> dims, long[] values) {
        return new Constant(dims, ElementType.INTEGER, new float[0], values);
    }

    /** A list of integers. */
    static Constant of(long... values) {
        return of(List.of((long) values.length), values);
    }

    /** A single float. */
    static Constant scalar(float value) {
        return of(List.of(), new float[] {value});
    }

    int size() {
        return type == ElementType.FLOAT ? floats.length : integers.length;
    }

    /** One value by its flat index. */
    double value(int index) {
        return type == ElementType.FLOAT ? floats[index] : integers[index];
    }

    /** The same values with other dimensions. */
    Constant reshape(List<Long> shape) {
        return new Constant(shape, type, floats, integers);
    }

    /** The values at chosen flat indices, with new dimensions. */
    Constant pick(List<Long> shape, int[] indices) {
        if (type == ElementType.FLOAT) {
            float[] picked = new float[indices.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = floats[indices[i]];
            }
            return of(shape, picked);
        }
        long[] picked =
                IntStream.of(indices).mapToLong(index -> integers[index]).toArray();
        return new Constant(shape, type, floats, picked);
    }

    /** The same tensor with its dimensions in another order. */
    Constant transpose(Permutation order) {
        if (order.isIdentity()) {
            return this;
        }
        int rank = dims.size();
        long[] strides = new long[rank];
        long stride = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims.get(axis);
        }
        List<Long> shape = order.apply(dims);
        int[] indices = new int[size()];
        for (int i = 0; i < indices.length; i++) {
            long rest = i;
            long index = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                index += rest % shape.get(axis) * strides[order.axes().get(axis)];
                rest /= shape.get(axis);
            }
            indices[i] = (int) index;
        }
        return pick(shape, indices);
    }

    /** The constant as an initializer of a graph. */
    TensorProto toProto() {
        long[] shape = dims.stream().mapToLong(Long::longValue).toArray();
        return switch (type) {
            case FLOAT -> Tensors.floats("", floats, shape);
            case INTEGER -> Tensors.integers("", integers, shape);
            case BOOLEAN -> {
                ByteBuffer bytes = ByteBuffer.allocate(integers.length);
                for (long value : integers) {
                    bytes.put((byte) value);
                }
                yield TensorProto.newBuilder()
                        .setDataType(type.onnx())
                        .addAllDims(dims)
                        .setRawData(ByteString.copyFrom(bytes.flip()))
                        .build();
            }
        };
    }
}
