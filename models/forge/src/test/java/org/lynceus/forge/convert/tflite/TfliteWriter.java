package org.lynceus.forge.convert.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.DimensionMetadata;
import org.tensorflow.lite.schema.DimensionType;
import org.tensorflow.lite.schema.Int32Vector;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SparseIndexVector;
import org.tensorflow.lite.schema.SparsityParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.Uint8Vector;

/** Writes small TFLite files for tests. Tensors are known by their index. */
public final class TfliteWriter {
    private final FlatBufferBuilder builder = new FlatBufferBuilder();
    private final List<Integer> tensors = new ArrayList<>();
    private final List<Integer> buffers = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();
    private final List<Integer> operators = new ArrayList<>();

    public TfliteWriter() {
        buffers.add(Buffer.createBuffer(builder, 0));
    }

    FlatBufferBuilder builder() {
        return builder;
    }

    /** Adds a computed float tensor. */
    public int tensor(String name, int... shape) {
        return add(name, TensorType.FLOAT32, 0, 0, 0, shape);
    }

    int floats(String name, float[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return constant(name, TensorType.FLOAT32, bytes.array(), shape);
    }

    int integers(String name, int[] values, int... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return constant(name, TensorType.INT32, bytes.array(), shape);
    }

    int constant(String name, byte type, byte[] data, int... shape) {
        buffers.add(Buffer.createBuffer(builder, Buffer.createDataVector(builder, data)));
        return add(name, type, buffers.size() - 1, 0, 0, shape);
    }

    /** Adds a computed tensor of any type. */
    int typed(String name, byte type, int... shape) {
        return add(name, type, 0, 0, 0, shape);
    }

    /** Adds a computed tensor of quantised values. */
    int quantised(String name, byte type, float scale, long zeroPoint, int... shape) {
        return add(name, type, 0, parameters(new float[] {scale}, new long[] {zeroPoint}, 0), 0, shape);
    }

    /** Adds a constant of quantised values, with one scale for every index of a dimension or one for all. */
    int quantised(String name, byte type, byte[] data, float[] scales, long[] zeroPoints, int dimension, int... shape) {
        buffers.add(Buffer.createBuffer(builder, Buffer.createDataVector(builder, data)));
        return add(name, type, buffers.size() - 1, parameters(scales, zeroPoints, dimension), 0, shape);
    }

    /** Adds a constant that is stored without its zeros; the first dimensions are dense, the last one compressed. */
    int sparse(String name, byte[] data, int[] segments, int[] indices, int... shape) {
        int[] dimensions = new int[shape.length];
        for (int i = 0; i < shape.length - 1; i++) {
            dimensions[i] = DimensionMetadata.createDimensionMetadata(
                    builder, DimensionType.DENSE, shape[i], (byte) 0, 0, (byte) 0, 0);
        }
        int bounds = Int32Vector.createInt32Vector(builder, Int32Vector.createValuesVector(builder, segments));
        byte[] places = new byte[indices.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (byte) indices[i];
        }
        int entries = Uint8Vector.createUint8Vector(builder, Uint8Vector.createValuesVector(builder, places));
        dimensions[shape.length - 1] = DimensionMetadata.createDimensionMetadata(
                builder,
                DimensionType.SPARSE_CSR,
                0,
                SparseIndexVector.Int32Vector,
                bounds,
                SparseIndexVector.Uint8Vector,
                entries);
        int order = SparsityParameters.createTraversalOrderVector(
                builder, IntStream.range(0, shape.length).toArray());
        int levels = SparsityParameters.createDimMetadataVector(builder, dimensions);
        int sparsity = SparsityParameters.createSparsityParameters(builder, order, 0, levels);
        buffers.add(Buffer.createBuffer(builder, Buffer.createDataVector(builder, data)));
        return add(name, TensorType.FLOAT32, buffers.size() - 1, 0, sparsity, shape);
    }

    private int parameters(float[] scales, long[] zeroPoints, int dimension) {
        int scaleVector = QuantizationParameters.createScaleVector(builder, scales);
        int zeroVector = QuantizationParameters.createZeroPointVector(builder, zeroPoints);
        return QuantizationParameters.createQuantizationParameters(
                builder, 0, 0, scaleVector, zeroVector, (byte) 0, 0, dimension);
    }

    /** Adds an operator without options. */
    public void operator(int builtin, int[] inputs, int[] outputs) {
        operator(builtin, inputs, outputs, (byte) 0, 0);
    }

    void operator(int builtin, int[] inputs, int[] outputs, byte optionsType, int options) {
        // Old files have no more than a byte for the code: the larger of the two fields counts.
        codes.add(OperatorCode.createOperatorCode(builder, (byte) Math.min(builtin, 127), 0, 1, builtin));
        append(inputs, outputs, optionsType, options, 0);
    }

    void custom(String name, int[] inputs, int[] outputs) {
        custom(name, inputs, outputs, new byte[0]);
    }

    void custom(String name, int[] inputs, int[] outputs, byte[] customOptions) {
        int code = builder.createString(name);
        codes.add(OperatorCode.createOperatorCode(
                builder, (byte) BuiltinOperator.CUSTOM, code, 1, BuiltinOperator.CUSTOM));
        int vector = customOptions.length == 0 ? 0 : Operator.createCustomOptionsVector(builder, customOptions);
        append(inputs, outputs, (byte) 0, 0, vector);
    }

    /** The finished file. */
    public byte[] finish(int[] inputs, int[] outputs) {
        int tensorVector = SubGraph.createTensorsVector(builder, ints(tensors));
        int inputVector = SubGraph.createInputsVector(builder, inputs);
        int outputVector = SubGraph.createOutputsVector(builder, outputs);
        int operatorVector = SubGraph.createOperatorsVector(builder, ints(operators));
        int graph = SubGraph.createSubGraph(builder, tensorVector, inputVector, outputVector, operatorVector, 0);
        int codeVector = Model.createOperatorCodesVector(builder, ints(codes));
        int graphVector = Model.createSubgraphsVector(builder, new int[] {graph});
        int bufferVector = Model.createBuffersVector(builder, ints(buffers));
        int model = Model.createModel(builder, 3, codeVector, graphVector, 0, bufferVector, 0, 0, 0);
        Model.finishModelBuffer(builder, model);
        return builder.sizedByteArray();
    }

    private int add(String name, byte type, int buffer, int quantisation, int sparsity, int... shape) {
        int nameOffset = builder.createString(name);
        int shapeOffset = Tensor.createShapeVector(builder, shape);
        tensors.add(Tensor.createTensor(
                builder, shapeOffset, type, buffer, nameOffset, quantisation, false, sparsity, 0, false, 0));
        return tensors.size() - 1;
    }

    private void append(int[] inputs, int[] outputs, byte optionsType, int options, int customOptions) {
        int inputVector = Operator.createInputsVector(builder, inputs);
        int outputVector = Operator.createOutputsVector(builder, outputs);
        operators.add(Operator.createOperator(
                builder,
                codes.size() - 1,
                inputVector,
                outputVector,
                optionsType,
                options,
                customOptions,
                (byte) 0,
                0,
                0));
    }

    private static int[] ints(List<Integer> values) {
        return IntStream.range(0, values.size()).map(values::get).toArray();
    }
}
