package org.lynceus.forge.convert.tflite;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.TensorType;

/**
 * One tensor of a TFLite graph.
 *
 * @param index its position in the graph
 * @param name its name
 * @param shape its dimensions, in the order of the file
 * @param type a constant of {@link TensorType}
 * @param data its stored bytes, little-endian, when it is a constant
 * @param quantisation what its whole numbers stand for, when they stand for reals
 */
record TfliteTensor(
        int index,
        String name,
        List<Integer> shape,
        int type,
        Optional<byte[]> data,
        Optional<Quantisation> quantisation) {
    /** A constant list of 32-bit integers that is known in place of this tensor. */
    TfliteTensor withIntegers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return new TfliteTensor(
                index, name, List.of(values.length), TensorType.INT32, Optional.of(bytes.array()), Optional.empty());
    }

    /** The number of its values. */
    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The number of its dimensions. */
    int rank() {
        return shape.size();
    }

    /** The size of one dimension; a negative number counts from the end. */
    int dim(int axis) {
        return shape.get(axis < 0 ? axis + rank() : axis);
    }

    /** The dimensions as ONNX counts them. */
    long[] dims() {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    /** The real values of a constant: single or half precision, or quantised. */
    float[] floats() throws ForgeException {
        if (type == TensorType.FLOAT32) {
            ByteBuffer bytes = bytes(Float.BYTES);
            float[] values = new float[size()];
            bytes.asFloatBuffer().get(values);
            return values;
        }
        if (type == TensorType.FLOAT16) {
            ByteBuffer bytes = bytes(Short.BYTES);
            float[] values = new float[size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Fp16Conversions.fp16ToFloat(bytes.getShort());
            }
            return values;
        }
        if (quantisation.isEmpty()) {
            throw new ForgeException(this + " holds no floats");
        }
        try {
            return quantisation.get().reals(wholes(), shape);
        } catch (ForgeException e) {
            throw new ForgeException(this + ": " + e.getMessage(), e);
        }
    }

    /** The values of a constant of whole numbers that fit 32 bits. */
    int[] integers() throws ForgeException {
        long[] wholes = wholes();
        int[] values = new int[wholes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.toIntExact(wholes[i]);
        }
        return values;
    }

    /** The stored numbers of a constant of whole numbers, quantised or not; truth values are 0 and 1. */
    long[] wholes() throws ForgeException {
        int width = width();
        ByteBuffer bytes = bytes(width);
        long[] values = new long[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case TensorType.INT8 -> bytes.get();
                case TensorType.UINT8, TensorType.BOOL -> Byte.toUnsignedLong(bytes.get());
                case TensorType.INT16 -> bytes.getShort();
                case TensorType.UINT16 -> Short.toUnsignedLong(bytes.getShort());
                case TensorType.INT32 -> bytes.getInt();
                case TensorType.UINT32 -> Integer.toUnsignedLong(bytes.getInt());
                default -> bytes.getLong();
            };
        }
        return values;
    }

    private int width() throws ForgeException {
        return switch (type) {
            case TensorType.INT8, TensorType.UINT8, TensorType.BOOL -> Byte.BYTES;
            case TensorType.INT16, TensorType.UINT16 -> Short.BYTES;
            case TensorType.INT32, TensorType.UINT32 -> Integer.BYTES;
            case TensorType.INT64 -> Long.BYTES;
            default -> throw new ForgeException(this + " holds no whole numbers");
        };
    }

    private ByteBuffer bytes(int width) throws ForgeException {
        byte[] bytes = data.orElseThrow(() -> new ForgeException(this + " is not a constant"));
        if (bytes.length != (long) size() * width) {
            throw new ForgeException(
                    this + " has " + bytes.length + " bytes of data, " + (long) size() * width + " were expected");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public String toString() {
        String typeName = type >= 0 && type < TensorType.names.length ? TensorType.name(type) : "of type " + type;
        return "tensor '" + name + "' " + typeName + shape;
    }
}
