package org.lynceus.forge.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

class FullIntegerTest {
    @Test
    void typeOfMostResultsDecides() {
        assertThat(FullInteger.is(model(TensorType.UINT8, TensorType.INT8, TensorType.FLOAT32)))
                .isTrue();
        assertThat(FullInteger.is(model(TensorType.FLOAT32, TensorType.FLOAT32, TensorType.INT8)))
                .isFalse();
        assertThat(FullInteger.is(model(TensorType.FLOAT16))).isFalse();
        assertThat(FullInteger.is(model())).isFalse();
    }

    @Test
    void otherAndDamagedFilesDoNot() {
        byte[] model = model(TensorType.UINT8, TensorType.INT8);

        assertThat(FullInteger.is(new byte[0])).isFalse();
        assertThat(FullInteger.is(new byte[100])).isFalse();
        assertThat(FullInteger.is(Arrays.copyOf(model, 24))).isFalse();
    }

    /** A file with one operator for each type, whose only result has it. */
    private static byte[] model(byte... types) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] tensors = new int[types.length];
        int[] operators = new int[types.length];
        for (int i = 0; i < types.length; i++) {
            int name = builder.createString("t" + i);
            int shape = Tensor.createShapeVector(builder, new int[] {1});
            tensors[i] = Tensor.createTensor(builder, shape, types[i], 0, name, 0, false, 0, 0, false, 0);
            int inputs = Operator.createInputsVector(builder, new int[0]);
            int outputs = Operator.createOutputsVector(builder, new int[] {i});
            operators[i] = Operator.createOperator(builder, 0, inputs, outputs, (byte) 0, 0, 0, (byte) 0, 0, 0);
        }
        int graph = SubGraph.createSubGraph(
                builder,
                SubGraph.createTensorsVector(builder, tensors),
                SubGraph.createInputsVector(builder, new int[0]),
                SubGraph.createOutputsVector(builder, new int[0]),
                SubGraph.createOperatorsVector(builder, operators),
                0);
        int graphs = Model.createSubgraphsVector(builder, new int[] {graph});
        int code = OperatorCode.createOperatorCode(builder, (byte) 0, 0, 1, 0);
        int codes = Model.createOperatorCodesVector(builder, new int[] {code});
        int buffer = Buffer.createBuffer(builder, 0);
        int buffers = Model.createBuffersVector(builder, new int[] {buffer});
        Model.finishModelBuffer(builder, Model.createModel(builder, 3, codes, graphs, 0, buffers, 0, 0, 0));
        return builder.sizedByteArray();
    }
}
