package org.lynceus.forge.convert.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

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
        return tensor(name, TensorType.FLOAT32, 0, shape);
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
        return tensor(name, type, buffers.size() - 1, shape);
    }

    /** Adds an operator without options. */
    public void operator(int builtin, int[] inputs, int[] outputs) {
        operator(builtin, inputs, outputs, (byte) 0, 0);
    }

    void operator(int builtin, int[] inputs, int[] outputs, byte optionsType, int options) {
        // Old files have no more than a byte for the code: the larger of the two fields counts.
        codes.add(OperatorCode.createOperatorCode(builder, (byte) Math.min(builtin, 127), 0, 1, builtin));
        append(inputs, outputs, optionsType, options);
    }

    void custom(String name, int[] inputs, int[] outputs) {
        int code = builder.createString(name);
        codes.add(OperatorCode.createOperatorCode(
                builder, (byte) BuiltinOperator.CUSTOM, code, 1, BuiltinOperator.CUSTOM));
        append(inputs, outputs, (byte) 0, 0);
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

    private int tensor(String name, byte type, int buffer, int... shape) {
        int nameOffset = builder.createString(name);
        int shapeOffset = Tensor.createShapeVector(builder, shape);
        tensors.add(Tensor.createTensor(builder, shapeOffset, type, buffer, nameOffset, 0, false, 0, 0, false, 0));
        return tensors.size() - 1;
    }

    private void append(int[] inputs, int[] outputs, byte optionsType, int options) {
        int inputVector = Operator.createInputsVector(builder, inputs);
        int outputVector = Operator.createOutputsVector(builder, outputs);
        operators.add(Operator.createOperator(
                builder, codes.size() - 1, inputVector, outputVector, optionsType, options, 0, (byte) 0, 0, 0));
    }

    private static int[] ints(List<Integer> values) {
        return IntStream.range(0, values.size()).map(values::get).toArray();
    }
}
