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
 */
record TfliteTensor(int index, String name, List<Integer> shape, int type, Optional<byte[]> data) {
    /** The number of its values. */
    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The dimensions as ONNX counts them. */
    long[] dims() {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    /** The values of a float32 or float16 constant. */
    float[] floats() throws ForgeException {
        float[] values = new float[size()];
        if (type == TensorType.FLOAT32) {
            bytes(Float.BYTES).asFloatBuffer().get(values);
        } else if (type == TensorType.FLOAT16) {
            ByteBuffer bytes = bytes(Short.BYTES);
            for (int i = 0; i < values.length; i++) {
                values[i] = Fp16Conversions.fp16ToFloat(bytes.getShort());
            }
        } else {
            throw new ForgeException(this + " holds no floats");
        }
        return values;
    }

    /** The values of an int32 constant. */
    int[] integers() throws ForgeException {
        if (type != TensorType.INT32) {
            throw new ForgeException(this + " holds no 32-bit integers");
        }
        int[] values = new int[size()];
        bytes(Integer.BYTES).asIntBuffer().get(values);
        return values;
    }

    private ByteBuffer bytes(int width) throws ForgeException {
        byte[] bytes = data.orElseThrow(() -> new ForgeException(this + " is not a constant"));
        if (bytes.length != size() * width) {
            throw new ForgeException(
                    this + " has " + bytes.length + " bytes of data, " + size() * width + " were expected");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public String toString() {
        return "tensor '" + name + "' " + TensorType.name(type) + shape;
    }
}
