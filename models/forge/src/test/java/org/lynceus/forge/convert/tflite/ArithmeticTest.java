package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.ArgMaxOptions;
import org.tensorflow.lite.schema.BatchMatMulOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.TransposeConvOptions;

/** Operators that sum, compare or weigh neighbouring values, against their definitions. */
class ArithmeticTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final int CHANNELS = 4;
    private static final int[] SHAPE = {1, ROWS, COLUMNS, CHANNELS};

    private static SmallGraph graph(boolean channelsFirst) {
        return new SmallGraph(channelsFirst, SHAPE);
    }

    @ParameterizedTest(name = "padding {0}, {1} x {2}, stride {3}")
    @CsvSource({"0, 8, 10, 2", "0, 7, 9, 2", "1, 9, 11, 2", "1, 10, 12, 2"})
    void transposedConvolutionSpreadsEveryPixel(byte padding, int rows, int columns, int stride) throws ForgeException {
        int outputs = 2;
        int kernel = 3;
        float[] weights = SmallGraph.noise(2, outputs * kernel * kernel * CHANNELS);
        SmallGraph graph = graph(true);
        int size = graph.file().integers("size", new int[] {1, rows, columns, outputs}, 4);
        int filter = graph.file().floats("filter", weights, outputs, kernel, kernel, CHANNELS);
        int bias = graph.file().floats("bias", new float[] {1, -2}, outputs);
        int output = graph.file().tensor("output", 1, rows, columns, outputs);
        int options = TransposeConvOptions.createTransposeConvOptions(
                graph.file().builder(), padding, stride, stride, ActivationFunctionType.RELU);
        graph.file()
                .operator(
                        BuiltinOperator.TRANSPOSE_CONV,
                        new int[] {size, filter, graph.start(), bias},
                        new int[] {output},
                        BuiltinOptions.TransposeConvOptions,
                        options);
        int top = padding == Padding.VALID ? 0 : before(rows, stride, kernel);
        int left = padding == Padding.VALID ? 0 : before(columns, stride, kernel);
        float[] sums = new float[rows * columns * outputs];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = i % 2 == 0 ? 1 : -2;
        }
        for (int tap = 0; tap < outputs * kernel * kernel; tap++) {
            int o = tap / kernel / kernel;
            for (int pixel = 0; pixel < ROWS * COLUMNS; pixel++) {
                int y = pixel / COLUMNS * stride - top + tap / kernel % kernel;
                int x = pixel % COLUMNS * stride - left + tap % kernel;
                for (int c = 0; c < CHANNELS && y >= 0 && y < rows && x >= 0 && x < columns; c++) {
                    sums[(y * columns + x) * outputs + o] +=
                            graph.at(0, pixel / COLUMNS, pixel % COLUMNS, c) * weights[tap * CHANNELS + c];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.max(sums[i], 0);
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), sums);
    }

    /** Half of the pads of the convolution that goes the other way. */
    private static int before(int size, int stride, int kernel) {
        int steps = (size + stride - 1) / stride;
        return Math.max((steps - 1) * stride + kernel - size, 0) / 2;
    }

    @Test
    void filtersWithFewerChannelsWorkOnGroups() throws ForgeException {
        float[] weights = SmallGraph.noise(3, 2 * 2);
        SmallGraph graph = graph(true);
        int filter = graph.file().floats("filter", weights, 2, 1, 1, 2);
        int options = Conv2DOptions.createConv2DOptions(
                graph.file().builder(), Padding.SAME, 1, 1, ActivationFunctionType.NONE, 1, 1);
        int[] shape = {1, ROWS, COLUMNS, 2};
        int output = graph.then(BuiltinOperator.CONV_2D, BuiltinOptions.Conv2DOptions, options, shape, filter);
        float[] expected = new float[ROWS * COLUMNS * 2];
        for (int i = 0; i < expected.length; i++) {
            int group = i % 2;
            for (int c = 0; c < 2; c++) {
                expected[i] += graph.at(0, i / 2 / COLUMNS, i / 2 % COLUMNS, 2 * group + c) * weights[2 * group + c];
            }
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }

    @Test
    void averagePoolingDoesNotCountThePads() throws ForgeException {
        SmallGraph graph = graph(true);
        int options = Pool2DOptions.createPool2DOptions(
                graph.file().builder(), Padding.SAME, 2, 2, 3, 3, ActivationFunctionType.NONE);
        int output = graph.then(
                BuiltinOperator.AVERAGE_POOL_2D, BuiltinOptions.Pool2DOptions, options, new int[] {1, 2, 3, CHANNELS});
        // rows 0 to 2 (one pad at the end), columns 3 and 4 (one pad in front of column 0, one after 4)
        float sum = 0;
        for (int y = 0; y < 3; y++) {
            sum += graph.at(0, y, 3, 1) + graph.at(0, y, 4, 1);
        }
        assertThat(graph.run(output)[2 * CHANNELS + 1]).isCloseTo(sum / 6, Offset.offset(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fullyConnectedWorksOnFlatImagesAndOnRows(boolean channelsFirst) throws ForgeException {
        int inputs = ROWS * COLUMNS * CHANNELS;
        float[] weights = SmallGraph.noise(4, 3 * inputs);
        SmallGraph graph = graph(channelsFirst);
        int filter = graph.file().floats("weights", weights, 3, inputs);
        int bias = graph.file().floats("bias", new float[] {1, 2, 3}, 3);
        int output = graph.then(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                connected(graph, false),
                new int[] {1, 3},
                filter,
                bias);
        float[] expected = new float[3];
        for (int o = 0; o < 3; o++) {
            expected[o] = o + 1;
            for (int i = 0; i < inputs; i++) {
                expected[o] += graph.values()[i] * weights[o * inputs + i];
            }
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);

        SmallGraph rows = graph(channelsFirst);
        int narrow = rows.file().floats("weights", Arrays.copyOf(weights, 2 * CHANNELS), 2, CHANNELS);
        int[] shape = {1, ROWS, COLUMNS, 2};
        int products = rows.then(
                BuiltinOperator.FULLY_CONNECTED,
                BuiltinOptions.FullyConnectedOptions,
                connected(rows, true),
                shape,
                narrow);
        float[] perRow = new float[ROWS * COLUMNS * 2];
        for (int i = 0; i < perRow.length; i++) {
            for (int c = 0; c < CHANNELS; c++) {
                perRow[i] += rows.values()[i / 2 * CHANNELS + c] * weights[i % 2 * CHANNELS + c];
            }
        }
        SmallGraph.assertClose(rows.runInBatchToo(products), perRow);
    }

    private static int connected(SmallGraph graph, boolean keep) {
        return FullyConnectedOptions.createFullyConnectedOptions(
                graph.file().builder(),
                ActivationFunctionType.NONE,
                FullyConnectedOptionsWeightsFormat.DEFAULT,
                keep,
                false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void batchMatMulTurnsItsFactors(boolean turned) throws ForgeException {
        SmallGraph graph = new SmallGraph(false, 1, 2, 3, 4);
        int options = BatchMatMulOptions.createBatchMatMulOptions(graph.file().builder(), turned, !turned, false);
        int side = turned ? 4 : 3;
        int output = graph.then(
                BuiltinOperator.BATCH_MATMUL,
                BuiltinOptions.BatchMatMulOptions,
                options,
                new int[] {1, 2, side, side},
                graph.start());
        float[] expected = new float[2 * side * side];
        for (int i = 0; i < expected.length; i++) {
            int head = i / side / side;
            int row = i / side % side;
            int column = i % side;
            for (int k = 0; k < (turned ? 3 : 4); k++) {
                expected[i] += turned
                        ? graph.at(0, head, k, row) * graph.at(0, head, k, column)
                        : graph.at(0, head, row, k) * graph.at(0, head, column, k);
            }
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void softmaxSumsToOneAlongChannels(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int options = SoftmaxOptions.createSoftmaxOptions(graph.file().builder(), 0.5f);
        int output = graph.then(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, options, SHAPE);
        int logs = graph.file().tensor("logs", SHAPE);
        graph.file().operator(BuiltinOperator.LOG_SOFTMAX, new int[] {graph.start()}, new int[] {logs});
        float[] values = graph.values();
        float[] probabilities = graph.values();
        float[] logarithms = graph.values();
        for (int pixel = 0; pixel < values.length; pixel += CHANNELS) {
            double halves = 0;
            double wholes = 0;
            for (int c = 0; c < CHANNELS; c++) {
                halves += Math.exp(0.5 * values[pixel + c]);
                wholes += Math.exp(values[pixel + c]);
            }
            for (int c = 0; c < CHANNELS; c++) {
                probabilities[pixel + c] = (float) (Math.exp(0.5 * values[pixel + c]) / halves);
                logarithms[pixel + c] = (float) (values[pixel + c] - Math.log(wholes));
            }
        }
        Map<String, float[]> outputs = graph.run(values, output, logs);
        SmallGraph.assertClose(outputs.get("output"), probabilities);
        SmallGraph.assertClose(outputs.get("logs"), logarithms);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void vectorsGetUnitLength(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int output = graph.then(BuiltinOperator.L2_NORMALIZATION, SHAPE);
        float[] expected = graph.values();
        for (int pixel = 0; pixel < expected.length; pixel += CHANNELS) {
            double square = 0;
            for (int c = 0; c < CHANNELS; c++) {
                square += Math.pow(expected[pixel + c], 2);
            }
            for (int c = 0; c < CHANNELS; c++) {
                expected[pixel + c] /= (float) Math.sqrt(square);
            }
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }

    @ParameterizedTest(name = "axes {0}, kept {1}, channels first {2}")
    @CsvSource({
        "1 2, false, true",
        "1 2, true, true",
        "2 1, false, false",
        "-1, false, true",
        "1, false, true",
        "2, true, true",
        "2 3, false, true",
        "1 2 3, true, false"
    })
    void sumsAndMeansRunAlongTheirAxes(String axes, boolean keep, boolean channelsFirst) throws ForgeException {
        int[] along = Arrays.stream(axes.split(" ")).mapToInt(Integer::parseInt).toArray();
        boolean[] reduced = new boolean[4];
        for (int axis : along) {
            reduced[Math.floorMod(axis, 4)] = true;
        }
        int count = 1;
        int size = 1;
        int[] strides = new int[4];
        for (int axis = 3; axis >= 0; axis--) {
            strides[axis] = reduced[axis] ? 0 : size;
            size *= reduced[axis] ? 1 : SHAPE[axis];
            count *= reduced[axis] ? SHAPE[axis] : 1;
        }
        SmallGraph graph = graph(channelsFirst);
        float[] sums = new float[size];
        for (int i = 0; i < SmallGraph.size(SHAPE); i++) {
            int c = i % CHANNELS;
            int x = i / CHANNELS % COLUMNS;
            int y = i / CHANNELS / COLUMNS;
            sums[y * strides[1] + x * strides[2] + c * strides[3]] += graph.values()[i];
        }
        int[] shape = IntStream.range(0, 4)
                .filter(axis -> keep || !reduced[axis])
                .map(axis -> reduced[axis] ? 1 : SHAPE[axis])
                .toArray();
        int list = graph.file().integers("axes", along, along.length);
        int options = ReducerOptions.createReducerOptions(graph.file().builder(), keep);
        int sum = graph.then(BuiltinOperator.SUM, BuiltinOptions.ReducerOptions, options, shape, list);
        int mean = graph.file().tensor("mean", shape);
        int again = ReducerOptions.createReducerOptions(graph.file().builder(), keep);
        graph.file()
                .operator(
                        BuiltinOperator.MEAN,
                        new int[] {graph.start(), list},
                        new int[] {mean},
                        BuiltinOptions.ReducerOptions,
                        again);
        Map<String, float[]> outputs = graph.run(graph.values(), sum, mean);
        SmallGraph.assertClose(outputs.get("output"), sums);
        for (int i = 0; i < size; i++) {
            sums[i] /= count;
        }
        SmallGraph.assertClose(outputs.get("mean"), sums);
    }

    @Test
    void theLargestValuesAndTheirPlaces() throws ForgeException {
        SmallGraph graph = new SmallGraph(false, 1, 5);
        int axis = graph.file().integers("axis", new int[] {-1}, 1);
        int count = graph.file().integers("count", new int[] {2}, 1);
        int place = graph.file().typed("place", TensorType.INT64, 1);
        int options = ArgMaxOptions.createArgMaxOptions(graph.file().builder(), TensorType.INT64);
        graph.file()
                .operator(
                        BuiltinOperator.ARG_MAX,
                        new int[] {graph.start(), axis},
                        new int[] {place},
                        BuiltinOptions.ArgMaxOptions,
                        options);
        int best = graph.file().tensor("best", 1, 2);
        int places = graph.file().typed("places", TensorType.INT32, 1, 2);
        graph.file().operator(BuiltinOperator.TOPK_V2, new int[] {graph.start(), count}, new int[] {best, places});
        Map<String, float[]> outputs = graph.run(new float[] {1, 7, -3, 9, 8}, place, best, places);
        assertThat(outputs.get("place")).containsExactly(3);
        assertThat(outputs.get("best")).containsExactly(9, 8);
        assertThat(outputs.get("places")).containsExactly(3, 4);
    }

    @ParameterizedTest(name = "{0} x {1}, half pixels {2}")
    @CsvSource({"8, 10, false", "8, 10, true", "7, 3, false", "7, 3, true", "13, 18, false", "13, 18, true"})
    void nearestNeighbourTakesThePixelThatTheGridNames(int rows, int columns, boolean halfPixels)
            throws ForgeException {
        SmallGraph graph = graph(true);
        int size = graph.file().integers("size", new int[] {rows, columns}, 2);
        int options = ResizeNearestNeighborOptions.createResizeNearestNeighborOptions(
                graph.file().builder(), false, halfPixels);
        int[] shape = {1, rows, columns, CHANNELS};
        int output = graph.then(
                BuiltinOperator.RESIZE_NEAREST_NEIGHBOR,
                BuiltinOptions.ResizeNearestNeighborOptions,
                options,
                shape,
                size);
        float[] expected = new float[SmallGraph.size(shape)];
        double half = halfPixels ? 0.5 : 0;
        for (int i = 0; i < expected.length; i++) {
            int y = (int) ((i / CHANNELS / columns + half) * ROWS / rows);
            int x = (int) ((i / CHANNELS % columns + half) * COLUMNS / columns);
            expected[i] = graph.at(0, y, x, i % CHANNELS);
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }
}
