package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.DepthToSpaceOptions;
import org.tensorflow.lite.schema.GatherOptions;
import org.tensorflow.lite.schema.MirrorPadMode;
import org.tensorflow.lite.schema.MirrorPadOptions;
import org.tensorflow.lite.schema.PackOptions;
import org.tensorflow.lite.schema.SpaceToDepthOptions;
import org.tensorflow.lite.schema.StridedSliceOptions;
import org.tensorflow.lite.schema.TensorType;
import org.tensorflow.lite.schema.UnpackOptions;

/** Operators that move values: every test runs with values in the order of the file and with channels first. */
class ShapesTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    private static final int CHANNELS = 3;

    /** The value at a place of the result, computed from the input. */
    private interface Definition {
        float at(SmallGraph graph, int row, int column, int channel);
    }

    private static SmallGraph graph(boolean channelsFirst) {
        return new SmallGraph(channelsFirst, 1, ROWS, COLUMNS, CHANNELS);
    }

    private static void require(SmallGraph graph, int output, int[] shape, Definition definition)
            throws ForgeException {
        float[] expected = new float[SmallGraph.size(shape)];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = definition.at(graph, i / shape[3] / shape[2], i / shape[3] % shape[2], i % shape[3]);
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void transposeMovesDimensions(boolean channelsFirst) throws ForgeException {
        for (int[] order : new int[][] {{0, 3, 1, 2}, {0, 2, 1, 3}, {0, 1, 2, 3}, {0, 3, 2, 1}}) {
            SmallGraph graph = graph(channelsFirst);
            int[] shape = {1, ROWS, COLUMNS, CHANNELS};
            int[] moved = {1, shape[order[1]], shape[order[2]], shape[order[3]]};
            int permutation = graph.file().integers("order", order, 4);
            int output = graph.then(BuiltinOperator.TRANSPOSE, moved, permutation);
            require(graph, output, moved, (g, y, x, c) -> {
                int[] place = new int[4];
                place[order[1]] = y;
                place[order[2]] = x;
                place[order[3]] = c;
                return g.at(place);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void concatenationAlongChannelsAndRows(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int channels = ConcatenationOptions.createConcatenationOptions(
                graph.file().builder(), -1, ActivationFunctionType.RELU);
        int[] wide = {1, ROWS, COLUMNS, 2 * CHANNELS};
        int output = graph.then(
                BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, channels, wide, graph.start());
        require(graph, output, wide, (g, y, x, c) -> Math.max(g.at(0, y, x, c % CHANNELS), 0));

        SmallGraph second = graph(channelsFirst);
        int rows = ConcatenationOptions.createConcatenationOptions(
                second.file().builder(), 1, ActivationFunctionType.NONE);
        int[] tall = {1, 2 * ROWS, COLUMNS, CHANNELS};
        int joined = second.then(
                BuiltinOperator.CONCATENATION, BuiltinOptions.ConcatenationOptions, rows, tall, second.start());
        require(second, joined, tall, (g, y, x, c) -> g.at(0, y % ROWS, x, c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void splitTakesEqualPartsAndSplitVGivenOnes(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int axis = graph.file().integers("axis", new int[] {2}, 1);
        int left = graph.file().tensor("left", 1, ROWS, 3, CHANNELS);
        int right = graph.file().tensor("right", 1, ROWS, 3, CHANNELS);
        graph.file().operator(BuiltinOperator.SPLIT, new int[] {axis, graph.start()}, new int[] {left, right});
        int sizes = graph.file().integers("sizes", new int[] {1, 2}, 2);
        int channel = graph.file().integers("channel", new int[] {-1}, 1);
        int one = graph.file().tensor("one", 1, ROWS, COLUMNS, 1);
        int two = graph.file().tensor("two", 1, ROWS, COLUMNS, 2);
        graph.file().operator(BuiltinOperator.SPLIT_V, new int[] {graph.start(), sizes, channel}, new int[] {one, two});
        Map<String, float[]> parts = graph.run(graph.values(), left, right, one, two);
        assertThat(parts.get("left")[0]).isEqualTo(graph.at(0, 0, 0, 0));
        assertThat(parts.get("right")[4]).isEqualTo(graph.at(0, 0, 4, 1));
        assertThat(parts.get("one")[7]).isEqualTo(graph.at(0, 1, 1, 0));
        assertThat(parts.get("two")[3]).isEqualTo(graph.at(0, 0, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void packAddsADimensionAndUnpackTakesItAway(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int[] shape = {1, ROWS, 2, COLUMNS, CHANNELS};
        int pack = PackOptions.createPackOptions(graph.file().builder(), 2, 2);
        int packed = graph.then(BuiltinOperator.PACK, BuiltinOptions.PackOptions, pack, shape, graph.start());
        int first = graph.file().tensor("first", 1, 2, COLUMNS, CHANNELS);
        int last = graph.file().tensor("last", 1, 2, COLUMNS, CHANNELS);
        int[] rows = {
            first,
            graph.file().tensor("second", 1, 2, COLUMNS, CHANNELS),
            graph.file().tensor("third", 1, 2, COLUMNS, CHANNELS),
            last
        };
        int unpack = UnpackOptions.createUnpackOptions(graph.file().builder(), ROWS, 1);
        graph.file().operator(BuiltinOperator.UNPACK, new int[] {packed}, rows, BuiltinOptions.UnpackOptions, unpack);
        require(graph, last, new int[] {1, 2, COLUMNS, CHANNELS}, (g, y, x, c) -> g.at(0, ROWS - 1, x, c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sliceTakesAPart(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int begin = graph.file().integers("begin", new int[] {0, 1, 2, 1}, 4);
        int size = graph.file().integers("size", new int[] {1, 2, -1, 1}, 4);
        int[] shape = {1, 2, 4, 1};
        int output = graph.then(BuiltinOperator.SLICE, shape, begin, size);
        require(graph, output, shape, (g, y, x, c) -> g.at(0, y + 1, x + 2, c + 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stridedSliceStepsAndMasks(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        // [:, ::2, 4:0:-2, ...]: begin and end are open in rows, all channels are left
        int begin = graph.file().integers("begin", new int[] {0, 9, 4, 0}, 4);
        int end = graph.file().integers("end", new int[] {0, 9, 0, 0}, 4);
        int step = graph.file().integers("step", new int[] {1, 2, -2, 1}, 4);
        int options = StridedSliceOptions.createStridedSliceOptions(graph.file().builder(), 3, 3, 8, 0, 0, false);
        int[] shape = {1, 2, 2, CHANNELS};
        int output = graph.then(
                BuiltinOperator.STRIDED_SLICE, BuiltinOptions.StridedSliceOptions, options, shape, begin, end, step);
        require(graph, output, shape, (g, y, x, c) -> g.at(0, 2 * y, 4 - 2 * x, c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stridedSliceTakesDimensionsAwayAndAddsThem(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        // [:, -1, new, ..., 1:]
        int begin = graph.file().integers("begin", new int[] {0, -1, 0, 0, 1}, 5);
        int end = graph.file().integers("end", new int[] {0, 0, 0, 0, 0}, 5);
        int step = graph.file().integers("step", new int[] {1, 1, 1, 1, 1}, 5);
        int options = StridedSliceOptions.createStridedSliceOptions(graph.file().builder(), 1, 17, 8, 4, 2, false);
        int[] shape = {1, 1, COLUMNS, 2};
        int output = graph.then(
                BuiltinOperator.STRIDED_SLICE, BuiltinOptions.StridedSliceOptions, options, shape, begin, end, step);
        require(graph, output, shape, (g, y, x, c) -> g.at(0, ROWS - 1, x, c + 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reverseMirrors(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int axis = graph.file().integers("axis", new int[] {2}, 1);
        int[] shape = {1, ROWS, COLUMNS, CHANNELS};
        int output = graph.then(BuiltinOperator.REVERSE_V2, shape, axis);
        require(graph, output, shape, (g, y, x, c) -> g.at(0, y, COLUMNS - 1 - x, c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void padsAreZerosOrAGivenValue(boolean channelsFirst) throws ForgeException {
        int[] shape = {1, ROWS + 3, COLUMNS, CHANNELS + 1};
        int[] amounts = {0, 0, 1, 2, 0, 0, 1, 0};
        SmallGraph zeros = graph(channelsFirst);
        int padded = zeros.then(BuiltinOperator.PAD, shape, zeros.file().integers("amounts", amounts, 4, 2));
        require(zeros, padded, shape, (g, y, x, c) -> g.at(0, y - 1, x, c - 1));
        SmallGraph sevens = graph(channelsFirst);
        int filled = sevens.then(
                BuiltinOperator.PADV2,
                shape,
                sevens.file().integers("amounts", amounts, 4, 2),
                sevens.file().floats("seven", new float[] {7}, 1));
        require(sevens, filled, shape, (g, y, x, c) -> {
            boolean inside = y >= 1 && y <= ROWS && c >= 1;
            return inside ? g.at(0, y - 1, x, c - 1) : 7;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mirroredPadsLeaveTheBorderOutOrRepeatIt(boolean channelsFirst) throws ForgeException {
        int[] shape = {1, ROWS + 3, COLUMNS, CHANNELS};
        for (byte mode : new byte[] {MirrorPadMode.REFLECT, MirrorPadMode.SYMMETRIC}) {
            SmallGraph graph = graph(channelsFirst);
            int amounts = graph.file().integers("amounts", new int[] {0, 0, 2, 1, 0, 0, 0, 0}, 4, 2);
            int options = MirrorPadOptions.createMirrorPadOptions(graph.file().builder(), mode);
            int output =
                    graph.then(BuiltinOperator.MIRROR_PAD, BuiltinOptions.MirrorPadOptions, options, shape, amounts);
            int[] rows =
                    mode == MirrorPadMode.REFLECT ? new int[] {2, 1, 0, 1, 2, 3, 2} : new int[] {1, 0, 0, 1, 2, 3, 3};
            require(graph, output, shape, (g, y, x, c) -> g.at(0, rows[y], x, c));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void blocksBecomeChannelsAndBack(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int[] deep = {1, ROWS / 2, COLUMNS / 2, 4 * CHANNELS};
        int options = SpaceToDepthOptions.createSpaceToDepthOptions(graph.file().builder(), 2);
        int output = graph.then(BuiltinOperator.SPACE_TO_DEPTH, BuiltinOptions.SpaceToDepthOptions, options, deep);
        require(graph, output, deep, (g, y, x, c) -> {
            int block = c / CHANNELS;
            return g.at(0, 2 * y + block / 2, 2 * x + block % 2, c % CHANNELS);
        });

        SmallGraph back = new SmallGraph(channelsFirst, 1, 2, 3, 8);
        int[] wide = {1, 4, 6, 2};
        int depth = DepthToSpaceOptions.createDepthToSpaceOptions(back.file().builder(), 2);
        int spread = back.then(BuiltinOperator.DEPTH_TO_SPACE, BuiltinOptions.DepthToSpaceOptions, depth, wide);
        require(back, spread, wide, (g, y, x, c) -> g.at(0, y / 2, x / 2, (y % 2 * 2 + x % 2) * 2 + c));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tileRepeatsAndGatherPicks(boolean channelsFirst) throws ForgeException {
        SmallGraph graph = graph(channelsFirst);
        int[] wide = {1, 2 * ROWS, COLUMNS, 2 * CHANNELS};
        int times = graph.file().integers("times", new int[] {1, 2, 1, 2}, 4);
        int output = graph.then(BuiltinOperator.TILE, wide, times);
        require(graph, output, wide, (g, y, x, c) -> g.at(0, y % ROWS, x, c % CHANNELS));

        SmallGraph picked = graph(channelsFirst);
        int[] places = {2, 0, 0, 1};
        int[] shape = {1, ROWS, COLUMNS, 4};
        int indices = picked.file().integers("indices", places, 4);
        int options = GatherOptions.createGatherOptions(picked.file().builder(), -1, 0);
        int taken = picked.then(BuiltinOperator.GATHER, BuiltinOptions.GatherOptions, options, shape, indices);
        require(picked, taken, shape, (g, y, x, c) -> g.at(0, y, x, places[c]));
    }

    @Test
    void spaceToBatchAndBackIsTheDilationOfOldFiles() throws ForgeException {
        SmallGraph graph = graph(true);
        int block = graph.file().integers("block", new int[] {2, 3}, 2);
        int pads = graph.file().integers("pads", new int[] {1, 1, 0, 0}, 2, 2);
        int parts = graph.then(BuiltinOperator.SPACE_TO_BATCH_ND, new int[] {6, 3, 2, CHANNELS}, block, pads);
        int whole = graph.file().tensor("whole", 1, ROWS, COLUMNS, CHANNELS);
        graph.file().operator(BuiltinOperator.BATCH_TO_SPACE_ND, new int[] {parts, block, pads}, new int[] {whole});
        Map<String, float[]> outputs = graph.run(graph.values(), parts, whole);
        SmallGraph.assertClose(outputs.get("whole"), graph.values());
        // picture 4 = row 1, column 1 of every block; its pixel (0, 1) is row 2 * 0 + 1 - 1, column 3 * 1 + 1
        assertThat(outputs.get("output")[(4 * 6 + 1) * CHANNELS + 2]).isEqualTo(graph.at(0, 0, 4, 2));
    }

    @Test
    void shapesAreKnownWhileConverting() throws ForgeException {
        SmallGraph graph = graph(true);
        int shape = graph.file().typed("shape", TensorType.INT32, 4);
        graph.file().operator(BuiltinOperator.SHAPE, new int[] {graph.start()}, new int[] {shape});
        int two = graph.file().integers("two", new int[] {2}, 1);
        int doubled = graph.file().typed("doubled", TensorType.INT32, 4);
        graph.file().operator(BuiltinOperator.MUL, new int[] {shape, two}, new int[] {doubled});
        int flat = graph.then(BuiltinOperator.RESHAPE, new int[] {1, ROWS * COLUMNS, CHANNELS}, doubled);
        SmallGraph.assertClose(graph.runInBatchToo(flat), graph.values());
    }

    @Test
    void aBatchThatWouldBeMixedIsRefused() {
        SmallGraph graph = graph(false);
        int permutation = graph.file().integers("order", new int[] {3, 0, 1, 2}, 4);
        int output = graph.then(BuiltinOperator.TRANSPOSE, new int[] {CHANNELS, 1, ROWS, COLUMNS}, permutation);
        assertThatThrownBy(() -> graph.convert(-1, output))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("TRANSPOSE")
                .hasMessageContaining("batch");
    }
}
