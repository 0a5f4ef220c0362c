package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.tflite.SmallGraph.SmallGraphRun;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.SoftmaxOptions;
import org.tensorflow.lite.schema.TensorType;

class KeptIntegersTest {
    private static final int[] SHAPE = {1, 1, 2, 2};
    private static final Map<String, String> KEEP = Map.of("quantised", "keep");

    private final SmallGraph graph = new SmallGraph(false, SHAPE);

    @ParameterizedTest
    @ValueSource(bytes = {TensorType.INT8, TensorType.UINT8})
    void valuesAreRoundedAndCutOffAsInTheFile(byte type) throws ForgeException {
        int zero = type == TensorType.INT8 ? 0 : 128;
        byte one = (byte) (zero + 10);
        int filter = graph.file()
                .quantised(
                        "filter",
                        type,
                        new byte[] {one, (byte) zero, (byte) zero, one},
                        new float[] {0.1f},
                        new long[] {zero},
                        0,
                        2,
                        1,
                        1,
                        2);
        ByteBuffer stored =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(10).putInt(0);
        int bias = graph.file()
                .quantised("bias", TensorType.INT32, stored.array(), new float[] {0.05f}, new long[] {0}, 0, 2);
        // steps of a half from 0 to 127.5
        int smallest = type == TensorType.INT8 ? -128 : 0;
        int output = graph.file().quantised("output", type, 0.5f, smallest, SHAPE);
        int options = Conv2DOptions.createConv2DOptions(
                graph.file().builder(), Padding.SAME, 1, 1, ActivationFunctionType.RELU, 1, 1);
        graph.file()
                .operator(
                        BuiltinOperator.CONV_2D,
                        new int[] {graph.start(), filter, bias},
                        new int[] {output},
                        BuiltinOptions.Conv2DOptions,
                        options);
        SmallGraphRun run = graph.convert(KEEP, 1, output);
        assertThat(run.run(1, new float[] {1.1f, 2.3f, -3, 300}).get("output")).containsExactly(1.5f, 2.5f, 0, 127.5f);
        assertThat(run.converted().graph().getGraph().getInitializerList())
                .extracting(TensorProto::getDataType)
                .contains(TensorProto.DataType.INT8.getNumber(), TensorProto.DataType.INT32.getNumber());
        assertThat(run.converted().graph().getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .doesNotContain("Relu", "Clip");
    }

    @Test
    void probabilitiesAreNotRounded() throws ForgeException {
        int output = graph.file().quantised("output", TensorType.UINT8, 1f / 256, 0, SHAPE);
        int options = SoftmaxOptions.createSoftmaxOptions(graph.file().builder(), 1);
        graph.file()
                .operator(
                        BuiltinOperator.SOFTMAX,
                        new int[] {graph.start()},
                        new int[] {output},
                        BuiltinOptions.SoftmaxOptions,
                        options);
        float[] probabilities =
                graph.convert(KEEP, 1, output).run(1, new float[] {0, 9, 0, 0}).get("output");
        float least = (float) (1 / (1 + Math.exp(9)));
        SmallGraph.assertClose(probabilities, new float[] {least, 1 - least, 0.5f, 0.5f});
        assertThat(probabilities[0]).isPositive();
    }

    @Test
    void anotherWishIsRefused() {
        assertThatThrownBy(() -> graph.convert(Map.of("quantised", "yes"), 1, graph.start()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("convert.quantised");
    }
}
