package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.forge.convert.tfjs.Definitions.assertClose;
import static org.lynceus.forge.convert.tfjs.Definitions.image;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.convolution;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.list;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.random;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.word;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.words;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.tfjs.Definitions.Image;

class FilterOpsTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int CHANNELS = 3;
    private static final float[] INPUT = random(1, ROWS * COLUMNS * CHANNELS);
    private static final Image IMAGE = new Image(INPUT, ROWS, COLUMNS, CHANNELS);

    private final TfjsWriter file = new TfjsWriter();

    @Test
    void convolutionPadsTheOddPixelAtTheEnd() throws Exception {
        int outputs = 4;
        float[] filter = random(2, 3 * 2 * CHANNELS * outputs);
        input().floats("filter", filter, 3, 2, CHANNELS, outputs)
                .node("y", "Conv2D", convolution("SAME", 2, 1), "x", "filter");

        // 5 rows need one pad on each side, 7 columns one at the end only
        assertClose(
                run(),
                image(
                        3,
                        4,
                        outputs,
                        (y, x, o) -> Definitions.convolution(IMAGE, filter, 3, 2, outputs, 2 * y - 1, 2 * x, 1, o)));
    }

    @Test
    void dilatedConvolutionSpreadsItsTaps() throws Exception {
        int outputs = 2;
        float[] filter = random(2, 2 * 3 * CHANNELS * outputs);
        input().floats("filter", filter, 2, 3, CHANNELS, outputs)
                .node("y", "Conv2D", convolution("VALID", 1, 2), "x", "filter");

        assertClose(
                run(),
                image(3, 3, outputs, (y, x, o) -> Definitions.convolution(IMAGE, filter, 2, 3, outputs, y, x, 2, o)));
    }

    @Test
    void explicitPaddingIsTopBottomLeftRight() throws Exception {
        float[] filter = random(2, 2 * 2 * CHANNELS);
        input().floats("filter", filter, 2, 2, CHANNELS, 1)
                .node(
                        "y",
                        "Conv2D",
                        convolution("EXPLICIT", 1, 1) + "," + list("explicit_paddings", 0, 0, 2, 1, 0, 3, 0, 0),
                        "x",
                        "filter");

        assertClose(
                run(),
                image(
                        ROWS + 2,
                        COLUMNS + 2,
                        1,
                        (y, x, o) -> Definitions.convolution(IMAGE, filter, 2, 2, 1, y - 2, x, 1, o)));
    }

    @Test
    void depthwiseConvolutionGivesSeveralOutputsPerChannel() throws Exception {
        int multiplier = 2;
        float[] filter = random(3, 3 * 3 * CHANNELS * multiplier);
        input().floats("filter", filter, 3, 3, CHANNELS, multiplier)
                .node("y", "DepthwiseConv2dNative", convolution("SAME", 1, 1), "x", "filter");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS * multiplier, (y, x, o) -> {
            double sum = 0;
            for (int tap = 0; tap < 9; tap++) {
                sum += IMAGE.at(y + tap / 3 - 1, x + tap % 3 - 1, o / multiplier)
                        * filter[(tap * CHANNELS + o / multiplier) * multiplier + o % multiplier];
            }
            return sum;
        }));
    }

    @ParameterizedTest
    @CsvSource({"SAME, 9, 14", "SAME, 10, 13", "VALID, 12, 16"})
    void transposedConvolutionIsTheGradientOfTheConvolution(String padding, int rows, int columns) throws Exception {
        int outputs = 2;
        float[] filter = random(4, 3 * 3 * outputs * CHANNELS);
        input().list("size", 1, rows, columns, outputs)
                .floats("filter", filter, 3, 3, outputs, CHANNELS)
                .node("y", "Conv2DBackpropInput", convolution(padding, 2, 1), "size", "filter", "x");

        int top = padding.equals("SAME") ? Math.max((ROWS - 1) * 2 + 3 - rows, 0) / 2 : 0;
        int left = padding.equals("SAME") ? Math.max((COLUMNS - 1) * 2 + 3 - columns, 0) / 2 : 0;
        float[] expected = new float[rows * columns * outputs];
        for (int y = 0; y < ROWS; y++) {
            for (int x = 0; x < COLUMNS; x++) {
                for (int tap = 0; tap < 9; tap++) {
                    int toY = 2 * y - top + tap / 3;
                    int toX = 2 * x - left + tap % 3;
                    for (int o = 0; o < outputs && toY >= 0 && toY < rows && toX >= 0 && toX < columns; o++) {
                        for (int c = 0; c < CHANNELS; c++) {
                            expected[(toY * columns + toX) * outputs + o] +=
                                    (float) (IMAGE.at(y, x, c) * filter[(tap * outputs + o) * CHANNELS + c]);
                        }
                    }
                }
            }
        }
        assertClose(run(), expected);
    }

    @ParameterizedTest
    @CsvSource({"SAME, 1", "SAME, 2", "VALID, 2"})
    void averageDoesNotCountWhatLiesBeyondTheEdge(String padding, int stride) throws Exception {
        input().node("y", "AvgPool", pooling(padding, stride), "x");

        int pad = padding.equals("SAME") ? 1 : 0;
        assertClose(run(), image(steps(ROWS, padding, stride), steps(COLUMNS, padding, stride), CHANNELS, (y, x, c) -> {
            double sum = 0;
            int count = 0;
            for (int tap = 0; tap < 9; tap++) {
                int row = stride * y - pad + tap / 3;
                int column = stride * x - pad + tap % 3;
                sum += IMAGE.at(row, column, c);
                count += IMAGE.inside(row, column) ? 1 : 0;
            }
            return sum / count;
        }));
    }

    @Test
    void maximumIgnoresWhatLiesBeyondTheEdge() throws Exception {
        float[] negative = new float[INPUT.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = -Math.abs(INPUT[i]) - 1;
        }
        Image below = new Image(negative, ROWS, COLUMNS, CHANNELS);
        input().node("y", "MaxPool", pooling("SAME", 1), "x");

        assertClose(
                file.run(negative, 1, ROWS, COLUMNS, CHANNELS).get("y"), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
                    double most = Double.NEGATIVE_INFINITY;
                    for (int tap = 0; tap < 9; tap++) {
                        int row = y - 1 + tap / 3;
                        int column = x - 1 + tap % 3;
                        most = below.inside(row, column) ? Math.max(most, below.at(row, column, c)) : most;
                    }
                    return most;
                }));
    }

    @ParameterizedTest
    @CsvSource({"Relu", "Relu6", "Elu", "Sigmoid", "LeakyRelu", "Prelu", "Tanh"})
    void fusedConvolutionAddsTheBiasAndActivates(String activation) throws Exception {
        float[] filter = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        float[] bias = {0.5f, -1, 4};
        float[] slope = {0.1f, -0.5f, 2};
        boolean sloped = activation.equals("Prelu");
        input().floats("filter", filter, 1, 1, 3, 3).floats("bias", bias, 3).floats("slope", slope, 1, 1, 3);
        String attributes = convolution("SAME", 1, 1) + "," + words("fused_ops", "BiasAdd", activation)
                + ",'leakyrelu_alpha':{'f':0.3}";
        file.node(
                "y",
                "_FusedConv2D",
                attributes,
                sloped ? new String[] {"x", "filter", "bias", "slope"} : new String[] {"x", "filter", "bias"});

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
            double value = IMAGE.at(y, x, c) + bias[c];
            return switch (activation) {
                case "Relu" -> Math.max(value, 0);
                case "Relu6" -> Math.min(Math.max(value, 0), 6);
                case "Elu" -> value > 0 ? value : Math.expm1(value);
                case "Sigmoid" -> 1 / (1 + Math.exp(-value));
                case "LeakyRelu" -> value > 0 ? value : 0.3 * value;
                case "Prelu" -> value > 0 ? value : slope[c] * value;
                default -> Math.tanh(value);
            };
        }));
    }

    @Test
    void unknownFusedOperatorIsNamed() throws Exception {
        input().floats("filter", random(2, 9), 1, 1, 3, 3)
                .floats("bias", new float[3], 3)
                .node(
                        "y",
                        "_FusedConv2D",
                        convolution("SAME", 1, 1) + "," + words("fused_ops", "BiasAdd", "Fancy"),
                        "x",
                        "filter",
                        "bias");

        assertThatThrownBy(this::run)
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("_FusedConv2D 'y'")
                .hasMessageContaining("fancy");
    }

    @Test
    void normalizationBehindAConvolutionBecomesPartOfIt() throws Exception {
        float[] filter = random(5, CHANNELS * 2);
        float[] scale = {2, -3};
        float[] offset = {0.5f, 1};
        float[] mean = {-1, 4};
        float[] variance = {0.25f, 9};
        input().floats("filter", filter, 1, 1, CHANNELS, 2)
                .floats("scale", scale, 2)
                .floats("offset", offset, 2)
                .floats("mean", mean, 2)
                .floats("variance", variance, 2)
                .node("c", "Conv2D", convolution("SAME", 1, 1), "x", "filter")
                .node("y", "FusedBatchNormV3", "'epsilon':{'f':0.01}", "c", "scale", "offset", "mean", "variance");

        assertClose(
                run(),
                image(
                        ROWS,
                        COLUMNS,
                        2,
                        (y, x, o) -> (Definitions.convolution(IMAGE, filter, 1, 1, 2, y, x, 1, o) - mean[o])
                                        / Math.sqrt(variance[o] + 0.01)
                                        * scale[o]
                                + offset[o]));
        assertThat(operators()).doesNotContain("Mul", "Add", "BatchNormalization");
    }

    @Test
    void limitsOfSixInThreeOperatorsBecomeOne() throws Exception {
        input().floats("six", new float[] {2}, new long[0])
                .floats("zero", new float[] {0}, new long[0])
                .node("r", "Relu", "", "x")
                .node("m", "Minimum", "", "r", "six")
                .node("y", "Maximum", "", "m", "zero");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> Math.min(Math.max(IMAGE.at(y, x, c), 0), 2)));
        assertThat(operators()).containsExactly("Clip");
    }

    @Test
    void productOfMatricesKnowsTransposes() throws Exception {
        float[] matrix = random(6, 4 * 3);
        file.input("x", 3, 2)
                .floats("b", matrix, 4, 3)
                .node("y", "MatMul", "'transpose_a':{'b':true},'transpose_b':{'b':true}", "x", "b");
        float[] input = random(7, 6);

        float[] expected = new float[8];
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 4; column++) {
                for (int i = 0; i < 3; i++) {
                    expected[row * 4 + column] += input[i * 2 + row] * matrix[column * 3 + i];
                }
            }
        }
        assertClose(file.run(input, 3, 2).get("y"), expected);
    }

    @Test
    void fusedProductAddsTheBias() throws Exception {
        file.input("x", -1, 2)
                .floats("b", new float[] {1, 2, 3, 4}, 2, 2)
                .floats("bias", new float[] {10, -20}, 2)
                .node("y", "_FusedMatMul", words("fused_ops", "BiasAdd", "Relu"), "x", "b", "bias");

        Converted converted = file.convert(Layout.NHWC, -1, 2);
        assertThat(TfjsWriter.run(converted, new float[] {1, 1, 2, 0}, 2, 2).get("y"))
                .containsExactly(14, 0, 12, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "ResizeBilinear, false, true, 8, 10",
        "ResizeBilinear, false, false, 8, 10",
        "ResizeBilinear, true, false, 9, 3",
        "ResizeBilinear, false, true, 13, 11",
        "ResizeBilinear, false, true, 2, 3",
        "ResizeNearestNeighbor, false, false, 9, 10",
        "ResizeNearestNeighbor, false, true, 9, 4",
        "ResizeNearestNeighbor, true, false, 9, 10"
    })
    void resizeFollowsItsGrid(String operator, boolean align, boolean half, int rows, int columns) throws Exception {
        input().list("size", rows, columns)
                .node(
                        "y",
                        operator,
                        "'align_corners':{'b':" + align + "},'half_pixel_centers':{'b':" + half + "}",
                        "x",
                        "size");
        boolean linear = operator.equals("ResizeBilinear");

        float[] expected = image(rows, columns, CHANNELS, (y, x, c) -> {
            double sourceY = source(y, rows, ROWS, align, half, linear);
            double sourceX = source(x, columns, COLUMNS, align, half, linear);
            return linear ? between(sourceY, sourceX, c) : IMAGE.at((int) sourceY, (int) sourceX, c);
        });
        assertClose(run(), expected);
        assertClose(
                TfjsWriter.run(
                                file.convert(Layout.NHWC, -1, ROWS, COLUMNS, CHANNELS),
                                INPUT,
                                1,
                                ROWS,
                                COLUMNS,
                                CHANNELS)
                        .get("y"),
                expected);
    }

    @Test
    void depthBecomesSpaceBlockByBlock() throws Exception {
        file.input("x", 1, 2, 3, 8).node("y", "DepthToSpace", TfjsWriter.number("block_size", 2), "x");
        float[] input = random(8, 48);
        Image blocks = new Image(input, 2, 3, 8);

        assertClose(
                file.run(input, 1, 2, 3, 8).get("y"),
                image(4, 6, 2, (y, x, c) -> blocks.at(y / 2, x / 2, (y % 2 * 2 + x % 2) * 2 + c)));
    }

    @Test
    void localResponseSumsNeighbouringChannels() throws Exception {
        input().node(
                        "y",
                        "LRN",
                        TfjsWriter.number("depth_radius", 1) + ",'bias':{'f':1.5},'alpha':{'f':0.3},'beta':{'f':0.7}",
                        "x");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> {
            double sum = 0;
            for (int i = Math.max(c - 1, 0); i <= Math.min(c + 1, CHANNELS - 1); i++) {
                sum += IMAGE.at(y, x, i) * IMAGE.at(y, x, i);
            }
            return IMAGE.at(y, x, c) / Math.pow(1.5 + 0.3 * sum, 0.7);
        }));
    }

    @Test
    void filterForAnotherNumberOfChannelsIsRefused() throws Exception {
        input().floats("filter", new float[8], 1, 1, 4, 2)
                .node("head/y", "Conv2D", convolution("SAME", 1, 1), "x", "filter");

        assertThatThrownBy(this::run)
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test, graph main")
                .hasMessageContaining("Conv2D 'head/y'")
                .hasMessageContaining("[1, 1, 4, 2]");
    }

    private TfjsWriter input() throws Exception {
        return file.input("x", -1, ROWS, COLUMNS, CHANNELS);
    }

    private float[] run() throws Exception {
        return file.run(INPUT, 1, ROWS, COLUMNS, CHANNELS).values().iterator().next();
    }

    private List<String> operators() throws Exception {
        return file.convert(Layout.NHWC, 1, ROWS, COLUMNS, CHANNELS).graph().getGraph().getNodeList().stream()
                .map(NodeProto::getOpType)
                .filter(operator -> !operator.equals("Transpose"))
                .toList();
    }

    private static String pooling(String padding, int stride) {
        return word("padding", padding) + "," + list("strides", 1, stride, stride, 1) + "," + list("ksize", 1, 3, 3, 1);
    }

    private static int steps(int size, String padding, int stride) {
        return padding.equals("SAME") ? (size + stride - 1) / stride : (size - 3) / stride + 1;
    }

    private static double source(int index, int to, int from, boolean align, boolean half, boolean linear) {
        if (align) {
            double exact = (double) index * (from - 1) / Math.max(to - 1, 1);
            return linear ? exact : Math.round(exact);
        }
        double ratio = (double) from / to;
        double exact = half ? (index + 0.5) * ratio - (linear ? 0.5 : 0) : index * ratio;
        return linear ? exact : Math.min(Math.floor(exact), from - 1);
    }

    private static double between(double y, double x, int c) {
        double row = Math.min(Math.max(y, 0), ROWS - 1);
        double column = Math.min(Math.max(x, 0), COLUMNS - 1);
        double down = row - Math.floor(row);
        double across = column - Math.floor(column);
        double sum = 0;
        for (int corner : Arrays.asList(0, 1, 2, 3)) {
            int cornerY = Math.min((int) row + corner / 2, ROWS - 1);
            int cornerX = Math.min((int) column + corner % 2, COLUMNS - 1);
            sum += IMAGE.at(cornerY, cornerX, c)
                    * (corner / 2 == 1 ? down : 1 - down)
                    * (corner % 2 == 1 ? across : 1 - across);
        }
        return sum;
    }
}
