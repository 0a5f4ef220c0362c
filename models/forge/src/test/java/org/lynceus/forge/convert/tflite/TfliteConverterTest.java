package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.lite.schema.TensorType;

class TfliteConverterTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int CHANNELS = 3;
    private static final float[] IMAGE = random(1, ROWS * COLUMNS * CHANNELS);

    private final TfliteWriter file = new TfliteWriter();
    private final int input = file.tensor("image", 1, ROWS, COLUMNS, CHANNELS);

    @Test
    void convolutionWithSamePaddingAndStrideAgreesWithItsDefinition() throws ForgeException {
        int outputs = 4;
        float[] weights = random(2, outputs * 3 * 2 * CHANNELS);
        float[] bias = random(3, outputs);
        int result = file.tensor("result", 1, 3, 4, outputs);
        int filter = file.floats("filter", weights, outputs, 3, 2, CHANNELS);
        int biases = file.floats("bias", bias, outputs);
        int options = Conv2DOptions.createConv2DOptions(
                file.builder(), Padding.SAME, 2, 2, ActivationFunctionType.RELU, 1, 1);
        file.operator(
                BuiltinOperator.CONV_2D,
                new int[] {input, filter, biases},
                new int[] {result},
                BuiltinOptions.Conv2DOptions,
                options);

        float[] expected = new float[3 * 4 * outputs];
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 4; x++) {
                for (int o = 0; o < outputs; o++) {
                    double sum = bias[o];
                    for (int ky = 0; ky < 3; ky++) {
                        for (int kx = 0; kx < 2; kx++) {
                            for (int c = 0; c < CHANNELS; c++) {
                                // 5 rows need one pad on each side, 7 columns one pad at the end only
                                sum += pixel(2 * y + ky - 1, 2 * x + kx, c)
                                        * weights[((o * 3 + ky) * 2 + kx) * CHANNELS + c];
                            }
                        }
                    }
                    expected[(y * 4 + x) * outputs + o] = (float) Math.max(sum, 0);
                }
            }
        }
        assertThat(expected).as("the activation must matter").contains(0f);
        assertClose(run(result, 1), expected);
    }

    @Test
    void depthwiseConvolutionKeepsChannelsApart() throws ForgeException {
        float[] weights = random(4, 3 * 3 * CHANNELS);
        float[] bias = random(5, CHANNELS);
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        int filter = file.floats("filter", weights, 1, 3, 3, CHANNELS);
        int biases = file.floats("bias", bias, CHANNELS);
        int options = DepthwiseConv2DOptions.createDepthwiseConv2DOptions(
                file.builder(), Padding.SAME, 1, 1, 1, ActivationFunctionType.NONE, 1, 1);
        file.operator(
                BuiltinOperator.DEPTHWISE_CONV_2D,
                new int[] {input, filter, biases},
                new int[] {result},
                BuiltinOptions.DepthwiseConv2DOptions,
                options);

        float[] expected = new float[IMAGE.length];
        for (int i = 0; i < expected.length; i++) {
            int c = i % CHANNELS;
            double sum = bias[c];
            for (int tap = 0; tap < 9; tap++) {
                sum += pixel(i / CHANNELS / COLUMNS + tap / 3 - 1, i / CHANNELS % COLUMNS + tap % 3 - 1, c)
                        * weights[tap * CHANNELS + c];
            }
            expected[i] = (float) sum;
        }
        assertClose(run(result, 1), expected);
    }

    @Test
    void halfPrecisionSlopesBehindDequantizeAreConstants() throws ForgeException {
        // 0.5, -2 and 2^-24 (the smallest half) in half precision
        byte[] halves = {0x00, 0x38, 0x00, (byte) 0xc0, 0x01, 0x00};
        int stored = file.constant("slopes", TensorType.FLOAT16, halves, 1, 1, CHANNELS);
        int slopes = file.tensor("slopes_dequantize", 1, 1, CHANNELS);
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        file.operator(BuiltinOperator.DEQUANTIZE, new int[] {stored}, new int[] {slopes});
        file.operator(BuiltinOperator.PRELU, new int[] {input, slopes}, new int[] {result});

        float[] slope = {0.5f, -2f, (float) Math.scalb(1.0, -24)};
        float[] expected = new float[IMAGE.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = IMAGE[i] > 0 ? IMAGE[i] : IMAGE[i] * slope[i % CHANNELS];
        }
        assertClose(run(result, 1), expected);
    }

    @Test
    void paddingOfChannelsAddsZeroChannels() throws ForgeException {
        int paddings = file.integers("paddings", new int[] {0, 0, 0, 0, 1, 0, 0, 2}, 4, 2);
        int result = file.tensor("result", 1, ROWS, COLUMNS + 1, CHANNELS + 2);
        file.operator(BuiltinOperator.PAD, new int[] {input, paddings}, new int[] {result});

        float[] expected = new float[ROWS * (COLUMNS + 1) * (CHANNELS + 2)];
        for (int i = 0; i < expected.length; i++) {
            int c = i % (CHANNELS + 2);
            int x = i / (CHANNELS + 2) % (COLUMNS + 1);
            int y = i / (CHANNELS + 2) / (COLUMNS + 1);
            expected[i] = c < CHANNELS ? (float) pixel(y, x - 1, c) : 0;
        }
        assertClose(run(result, 1), expected);
    }

    @Test
    void maximumPoolingIgnoresThePads() throws ForgeException {
        int result = file.tensor("result", 1, 3, 4, CHANNELS);
        int options = Pool2DOptions.createPool2DOptions(
                file.builder(), Padding.SAME, 2, 2, 2, 2, ActivationFunctionType.NONE);
        file.operator(
                BuiltinOperator.MAX_POOL_2D,
                new int[] {input},
                new int[] {result},
                BuiltinOptions.Pool2DOptions,
                options);

        float[] expected = new float[3 * 4 * CHANNELS];
        Arrays.fill(expected, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < IMAGE.length; i++) {
            int cell = (i / CHANNELS / COLUMNS / 2 * 4 + i / CHANNELS % COLUMNS / 2) * CHANNELS + i % CHANNELS;
            expected[cell] = Math.max(expected[cell], IMAGE[i]);
        }
        assertClose(run(result, 1), expected);
    }

    @Test
    void bilinearResizeInterpolatesOnTheHalfPixelGrid() throws ForgeException {
        int size = file.integers("size", new int[] {2 * ROWS, 2 * COLUMNS}, 2);
        int result = file.tensor("result", 1, 2 * ROWS, 2 * COLUMNS, CHANNELS);
        int options = ResizeBilinearOptions.createResizeBilinearOptions(file.builder(), false, true);
        file.operator(
                BuiltinOperator.RESIZE_BILINEAR,
                new int[] {input, size},
                new int[] {result},
                BuiltinOptions.ResizeBilinearOptions,
                options);

        float[] expected = new float[4 * IMAGE.length];
        for (int i = 0; i < expected.length; i++) {
            double y = (i / CHANNELS / (2 * COLUMNS) + 0.5) / 2 - 0.5;
            double x = (i / CHANNELS % (2 * COLUMNS) + 0.5) / 2 - 0.5;
            expected[i] = (float) interpolated(y, x, i % CHANNELS);
        }
        assertClose(run(result, 1), expected);
    }

    @Test
    void sumAndReshapeKeepTheOrderOfTheFile() throws ForgeException {
        int sum = file.tensor("sum", 1, ROWS, COLUMNS, CHANNELS);
        int activated = file.tensor("activated", 1, ROWS, COLUMNS, CHANNELS);
        int result = file.tensor("result", 1, ROWS * COLUMNS, CHANNELS);
        int options = AddOptions.createAddOptions(file.builder(), ActivationFunctionType.RELU6, false);
        file.operator(BuiltinOperator.RELU, new int[] {input}, new int[] {activated});
        file.operator(
                BuiltinOperator.ADD, new int[] {input, activated}, new int[] {sum}, BuiltinOptions.AddOptions, options);
        file.operator(BuiltinOperator.RESHAPE, new int[] {sum}, new int[] {result});

        float[] expected = new float[IMAGE.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.min(Math.max(2 * IMAGE[i], 0), 6);
        }
        assertThat(expected).as("the upper limit must matter").contains(6f);
        assertClose(run(result, 1), expected);
    }

    @Test
    void freeBatchComputesEachInputOnItsOwn() throws ForgeException {
        int result = file.tensor("result", 1, ROWS * COLUMNS * CHANNELS);
        file.operator(BuiltinOperator.RESHAPE, new int[] {input}, new int[] {result});

        float[] outputs = run(result, -1, 2, Layout.NHWC);

        assertThat(outputs).hasSize(2 * IMAGE.length);
        assertClose(Arrays.copyOf(outputs, IMAGE.length), IMAGE);
        assertClose(Arrays.copyOfRange(outputs, IMAGE.length, outputs.length), IMAGE);
    }

    @Test
    void channelsFirstInputIsFedAsAskedFor() throws ForgeException {
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        file.operator(BuiltinOperator.RELU, new int[] {input}, new int[] {result});

        float[] outputs = run(result, 1, 1, Layout.NCHW);

        float[] expected = new float[IMAGE.length];
        for (int i = 0; i < expected.length; i++) {
            int c = i % CHANNELS;
            expected[i] = Math.max(IMAGE[c * ROWS * COLUMNS + i / CHANNELS], 0);
        }
        assertClose(outputs, expected);
    }

    @Test
    void unknownOperatorIsNamedWithModelAndTensor() {
        int result = file.tensor("hidden/result", 1, ROWS, COLUMNS, CHANNELS);
        file.operator(BuiltinOperator.HASHTABLE_LOOKUP, new int[] {input}, new int[] {result});

        assertThatThrownBy(() -> run(result, 1))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test, graph main")
                .hasMessageContaining("HASHTABLE_LOOKUP")
                .hasMessageContaining("hidden/result");
    }

    @Test
    void customOperatorIsNamedByItsOwnName() {
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        file.custom("Convolution2DTransposeBias", new int[] {input}, new int[] {result});

        assertThatThrownBy(() -> run(result, 1)).hasMessageContaining("Convolution2DTransposeBias");
    }

    @Test
    void constantOfTheWrongSizeIsNamed() {
        int slopes = file.floats("slopes", new float[CHANNELS - 1], 1, 1, CHANNELS);
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        file.operator(BuiltinOperator.PRELU, new int[] {input, slopes}, new int[] {result});

        assertThatThrownBy(() -> run(result, 1))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("PRELU")
                .hasMessageContaining("'slopes'")
                .hasMessageContaining("8 bytes");
    }

    @Test
    void fileCutAnywhereIsRefused() {
        int result = file.tensor("result", 1, ROWS, COLUMNS, CHANNELS);
        file.floats("weights", random(6, 100), 100);
        file.operator(BuiltinOperator.RELU, new int[] {input}, new int[] {result});
        byte[] whole = file.finish(new int[] {input}, new int[] {result});

        for (int length = 0; length < whole.length - 4; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> TfliteGraph.read("Model test", cut))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(ForgeException.class)
                    .hasMessageContaining("Model test");
        }
    }

    @Test
    void aByteThatIsWrongNeverEscapesAsAnotherFailure() {
        int sum = file.tensor("sum", 1, ROWS, COLUMNS, CHANNELS);
        int stored = file.quantised("stored", TensorType.INT8, 0.5f, 3, 1, ROWS, COLUMNS, CHANNELS);
        file.operator(BuiltinOperator.ADD, new int[] {input, input}, new int[] {sum});
        file.operator(BuiltinOperator.QUANTIZE, new int[] {sum}, new int[] {stored});
        byte[] whole = file.finish(new int[] {input}, new int[] {stored});
        GraphRequest request = new GraphRequest("test", "main", Optional.empty(), Layout.NHWC, Map.of());

        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0xff;
            try {
                new TfliteConverter().convert(new Weights(damaged), request);
            } catch (ForgeException e) {
                assertThat(e).hasMessageContaining("Model test");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 10);
    }

    private float[] run(int result, long batch) throws ForgeException {
        return run(result, batch, 1, Layout.NHWC);
    }

    private float[] run(int result, long batch, int count, Layout layout) throws ForgeException {
        byte[] bytes = file.finish(new int[] {input}, new int[] {result});
        List<Long> shape = layout == Layout.NHWC
                ? List.of(batch, (long) ROWS, (long) COLUMNS, (long) CHANNELS)
                : List.of(batch, (long) CHANNELS, (long) ROWS, (long) COLUMNS);
        GraphRequest request = new GraphRequest("test", "main", Optional.of(shape), layout, Map.of());
        byte[] graph = new TfliteConverter()
                .convert(new Weights(bytes), request)
                .graph()
                .toByteArray();
        float[] images = new float[IMAGE.length * count];
        for (int i = 0; i < images.length; i++) {
            images[i] = IMAGE[i % IMAGE.length];
        }
        try (GraphRunner runner = new GraphRunner("test", graph, 1)) {
            assertThat(runner.inputShape()).isEqualTo(shape);
            List<Long> actual = List.of((long) count, shape.get(1), shape.get(2), shape.get(3));
            return runner.run(images, actual).values().iterator().next();
        }
    }

    private static double pixel(int y, int x, int c) {
        boolean inside = y >= 0 && y < ROWS && x >= 0 && x < COLUMNS;
        return inside ? IMAGE[(y * COLUMNS + x) * CHANNELS + c] : 0;
    }

    private static double interpolated(double y, double x, int c) {
        double clampedY = Math.min(Math.max(y, 0), ROWS - 1);
        double clampedX = Math.min(Math.max(x, 0), COLUMNS - 1);
        int top = (int) clampedY;
        int left = (int) clampedX;
        int bottom = Math.min(top + 1, ROWS - 1);
        int right = Math.min(left + 1, COLUMNS - 1);
        double down = clampedY - top;
        double across = clampedX - left;
        return (1 - down) * ((1 - across) * pixel(top, left, c) + across * pixel(top, right, c))
                + down * ((1 - across) * pixel(bottom, left, c) + across * pixel(bottom, right, c));
    }

    private static float[] random(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * 2);
        }
        return values;
    }

    private static void assertClose(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], Offset.offset(1e-4f));
        }
    }
}
