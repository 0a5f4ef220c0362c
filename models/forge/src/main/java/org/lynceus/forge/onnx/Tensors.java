package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Constant tensors, and the declarations of inputs and outputs, of ONNX graphs. */
public final class Tensors {
    /** The name of the free batch dimension. */
    public static final String BATCH = "N";

    private Tensors() {}

    /**
     * A constant of 32-bit floats.
     *
     * @param name its name
     * @param values the values, row-major
     * @param dims the shape
     * @return the constant
     */
    public static TensorProto floats(String name, float[] values, long... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, bytes, dims);
    }

    /**
     * A constant of 64-bit integers.
     *
     * @param name its name
     * @param values the values, row-major
     * @param dims the shape
     * @return the constant
     */
    public static TensorProto integers(String name, long[] values, long... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, bytes, dims);
    }

    /**
     * A constant of 32-bit integers.
     *
     * @param name its name
     * @param values the values, row-major
     * @param dims the shape
     * @return the constant
     */
    public static TensorProto integers(String name, int[] values, long... dims) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT32, bytes, dims);
    }

    /**
     * A constant of a type that takes one byte per value.
     *
     * @param name its name
     * @param type {@code INT8}, {@code UINT8} or {@code BOOL}
     * @param values the values, row-major
     * @param dims the shape
     * @return the constant
     */
    public static TensorProto bytes(String name, TensorProto.DataType type, byte[] values, long... dims) {
        return tensor(name, type, ByteBuffer.wrap(values), dims);
    }

    /**
     * The values of a float constant, however it is stored.
     *
     * @param tensor the constant
     * @return its values, row-major
     */
    public static float[] floats(TensorProto tensor) {
        if (tensor.getFloatDataCount() > 0) {
            float[] values = new float[tensor.getFloatDataCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.getFloatData(i);
            }
            return values;
        }
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    /**
     * The values of an integer constant, however it is stored.
     *
     * @param tensor a constant of 64-bit integers
     * @return its values, row-major
     */
    public static long[] integers(TensorProto tensor) {
        if (tensor.getInt64DataCount() > 0) {
            return tensor.getInt64DataList().stream().mapToLong(Long::longValue).toArray();
        }
        long[] values = new long[tensor.getRawData().size() / Long.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(values);
        return values;
    }

    /**
     * The declaration of a float input or output.
     *
     * @param name its name
     * @param shape its shape; -1 stands for the free batch dimension
     * @return the declaration
     */
    public static ValueInfoProto declaration(String name, List<Long> shape) {
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape(shape))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    /**
     * The shape of a declared input or output.
     *
     * @param declaration the declaration
     * @return its dimensions, -1 where one is free
     */
    public static List<Long> shape(ValueInfoProto declaration) {
        return declaration.getType().getTensorType().getShape().getDimList().stream()
                .map(dim -> dim.hasDimValue() ? dim.getDimValue() : -1L)
                .toList();
    }

    private static TensorShapeProto shape(List<Long> shape) {
        TensorShapeProto.Builder builder = TensorShapeProto.newBuilder();
        for (long size : shape) {
            TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
            builder.addDim(size < 0 ? dimension.setDimParam(BATCH) : dimension.setDimValue(size));
        }
        return builder.build();
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, ByteBuffer bytes, long... dims) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(Arrays.stream(dims).boxed().toList())
                .setRawData(ByteString.copyFrom(bytes.rewind()))
                .build();
    }
}
