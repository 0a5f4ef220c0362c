package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.TensorType;

class QuantisedTest {
    private static final int[] SHAPE = {1, 1, 2, 2};
    private static final float[] FED = {1, 2, -3, 4};

    private final SmallGraph graph = new SmallGraph(false, SHAPE);

    @Test
    void signedWeightsHaveOneScalePerOutput() throws ForgeException {
        int filter = filter(TensorType.INT8, new byte[] {100, -50, 20, 40}, new float[] {0.01f, 0.1f}, 0, 0);
        int bias = bias(new int[] {30, -7}, new float[] {0.1f, 1}, 0, 0);
        SmallGraph.assertClose(run(filter, bias, real()), new float[] {1 - 1 + 3, 2 + 8 - 7, -3 - 2 + 3, -6 + 16 - 7});
    }

    @Test
    void unsignedWeightsHaveAZeroPoint() throws ForgeException {
        int filter = filter(TensorType.UINT8, new byte[] {(byte) 200, 100, 90, 110}, new float[] {0.1f}, 100);
        int bias = bias(new int[] {5, 0}, new float[] {0.2f}, 0);
        SmallGraph.assertClose(run(filter, bias, real()), new float[] {11, 1, -29, 7});
    }

    @Test
    void theLimitsOfAStoredTypeAreAnActivation() throws ForgeException {
        // The smallest stored number of the result means 0, the largest 2.55: nothing else says that there is a ReLU.
        int output = graph.file().quantised("output", TensorType.UINT8, 0.01f, 0, SHAPE);
        SmallGraph.assertClose(run(unchanged(), noBias(), output), new float[] {1, 2, 0, 2.55f});
    }

    @Test
    void aRangeAroundZeroIsNoActivation() throws ForgeException {
        int output = graph.file().quantised("output", TensorType.INT8, 0.01f, 3, SHAPE);
        SmallGraph.assertClose(run(unchanged(), noBias(), output), FED);
    }

    @Test
    void quantisingAndBackChangesNothing() throws ForgeException {
        int stored = graph.file().quantised("stored", TensorType.INT8, 0.5f, -7, SHAPE);
        int output = real();
        graph.file().operator(BuiltinOperator.QUANTIZE, new int[] {graph.start()}, new int[] {stored});
        graph.file().operator(BuiltinOperator.DEQUANTIZE, new int[] {stored}, new int[] {output});
        assertThat(graph.run(FED, output).get("output")).containsExactly(FED);
    }

    @Test
    void sparseWeightsAreExpanded() throws ForgeException {
        ByteBuffer stored = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        stored.putFloat(2).putFloat(3);
        // of the rows [0, 2] and [3, 0]
        int sparse = graph.file().sparse("sparse", stored.array(), new int[] {0, 1, 2}, new int[] {1, 0}, 2, 1, 1, 2);
        int filter = graph.file().tensor("filter", 2, 1, 1, 2);
        graph.file().operator(BuiltinOperator.DENSIFY, new int[] {sparse}, new int[] {filter});
        SmallGraph.assertClose(run(filter, noBias(), real()), new float[] {4, 3, 8, -9});
    }

    @Test
    void scalesThatDoNotFitAreNamed() {
        int filter = filter(TensorType.INT8, new byte[4], new float[] {1, 1, 1}, 0, 0, 0);
        int bias = noBias();
        int output = real();
        assertThatThrownBy(() -> run(filter, bias, output))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("CONV_2D")
                .hasMessageContaining("'filter'")
                .hasMessageContaining("3 scales");
    }

    @Test
    void inputsTellHowPixelsAreFed() throws ForgeException {
        TfliteWriter file = new TfliteWriter();
        int unsigned = file.quantised("unsigned", TensorType.UINT8, 0.0078125f, 127, 1, 2, 2, 3);
        int signed = file.quantised("signed", TensorType.INT8, 0.5f, -1, 1, 2, 2, 3);
        int plain = file.typed("plain", TensorType.UINT8, 1, 2, 2, 3);
        int real = file.tensor("real", 1, 2, 2, 3);
        byte[] bytes = file.finish(new int[] {unsigned, signed, plain, real}, new int[] {real});
        assertThat(TfliteInputs.read("Model test", bytes))
                .extracting(TfliteInputs.Input::pixels)
                .containsExactly(
                        Optional.of(new TfliteInputs.Pixels(127, 0.0078125)),
                        Optional.of(new TfliteInputs.Pixels(127, 0.5)),
                        Optional.of(new TfliteInputs.Pixels(0, 1)),
                        Optional.empty());
    }

    private int filter(byte type, byte[] stored, float[] scales, long... zeroPoints) {
        return graph.file().quantised("filter", type, stored, scales, zeroPoints, 0, 2, 1, 1, 2);
    }

    private int bias(int[] stored, float[] scales, long... zeroPoints) {
        ByteBuffer bytes = ByteBuffer.allocate(stored.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(stored);
        return graph.file().quantised("bias", TensorType.INT32, bytes.array(), scales, zeroPoints, 0, 2);
    }

    private int unchanged() {
        return graph.file().floats("filter", new float[] {1, 0, 0, 1}, 2, 1, 1, 2);
    }

    private int noBias() {
        return graph.file().floats("bias", new float[2], 2);
    }

    private int real() {
        return graph.file().tensor("output", SHAPE);
    }

    private float[] run(int filter, int bias, int output) throws ForgeException {
        int options = Conv2DOptions.createConv2DOptions(
                graph.file().builder(), Padding.SAME, 1, 1, ActivationFunctionType.NONE, 1, 1);
        graph.file()
                .operator(
                        BuiltinOperator.CONV_2D,
                        new int[] {graph.start(), filter, bias},
                        new int[] {output},
                        BuiltinOptions.Conv2DOptions,
                        options);
        return graph.run(FED, output).get("output");
    }
}
