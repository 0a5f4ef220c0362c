package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.forge.convert.tfjs.Definitions.assertClose;
import static org.lynceus.forge.convert.tfjs.Definitions.image;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.convolution;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.list;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.number;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.random;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.word;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.tfjs.Definitions.Image;

class ShapeOpsTest {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int CHANNELS = 2;
    private static final float[] INPUT = random(1, ROWS * COLUMNS * CHANNELS);
    private static final Image IMAGE = new Image(INPUT, ROWS, COLUMNS, CHANNELS);

    private final TfjsWriter file = new TfjsWriter();

    @Test
    void meanOverRowsAndColumnsLeavesOneNumberPerChannel() throws Exception {
        computed().list("axes", 1, 2).node("y", "Mean", "'keep_dims':{'b':false}", "c", "axes");

        float[] expected = image(1, 1, CHANNELS, (y, x, c) -> {
            double sum = 0;
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                sum += IMAGE.at(i / COLUMNS, i % COLUMNS, c);
            }
            return sum / (ROWS * COLUMNS);
        });
        assertClose(run(), expected);
    }

    @ParameterizedTest
    @CsvSource({"Sum, true", "Sum, false", "Max, true", "Max, false", "Min, false", "Prod, false"})
    void reductionOfRowsAndChannelsKeepsColumns(String operator, boolean keep) throws Exception {
        computed().list("axes", 1, -1).node("y", operator, "'keep_dims':{'b':" + keep + "}", "c", "axes");

        float[] expected = image(1, COLUMNS, 1, (y, x, c) -> {
            double result = IMAGE.at(0, x, 0);
            for (int i = 1; i < ROWS * CHANNELS; i++) {
                double value = IMAGE.at(i / CHANNELS, x, i % CHANNELS);
                result = switch (operator) {
                    case "Sum" -> result + value;
                    case "Max" -> Math.max(result, value);
                    case "Min" -> Math.min(result, value);
                    default -> result * value;
                };
            }
            return result;
        });
        assertClose(run(), expected);
    }

    @Test
    void indexOfTheLargestCountsAlongTheAxisOfTheModel() throws Exception {
        computed().integers("axis", new int[] {2}).node("y", "ArgMax", "", "c", "axis");

        float[] expected = image(ROWS, 1, CHANNELS, (y, x, c) -> {
            int best = 0;
            for (int i = 1; i < COLUMNS; i++) {
                best = IMAGE.at(y, i, c) > IMAGE.at(y, best, c) ? i : best;
            }
            return best;
        });
        assertClose(run(), expected);
    }

    @Test
    void transposesOfTheModelCostNothingBetweenConvolutions() throws Exception {
        computed()
                .list("first", 0, 3, 1, 2)
                .list("last", 0, 2, 3, 1)
                .floats("two", new float[] {2, 3}, 2, 1, 1)
                .node("t", "Transpose", "", "c", "first")
                .node("m", "Mul", "", "t", "two")
                .node("u", "Transpose", "", "m", "last")
                .node("y", "Conv2D", convolution("SAME", 1, 1), "u", "identity");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> IMAGE.at(y, x, c) * (2 + c)));
        List<String> operators =
                file.convert(Layout.NCHW, 1, CHANNELS, ROWS, COLUMNS).graph().getGraph().getNodeList().stream()
                        .map(NodeProto::getOpType)
                        .toList();
        assertThat(operators.stream().filter("Transpose"::equals))
                .as("%s", operators)
                .hasSize(1);
    }

    @Test
    void reshapeReadsChannelsLast() throws Exception {
        computed().list("shape", -1, ROWS * COLUMNS * CHANNELS).node("y", "Reshape", "", "c", "shape");

        assertClose(run(), INPUT);
    }

    @Test
    void shapeComputedForAFreeBatchKeepsItFree() throws Exception {
        computed()
                .list("zero", 0)
                .list("one", 1)
                .integers("rest", new int[] {-1})
                .node("shape", "Shape", "", "c")
                .node("n", "StridedSlice", number("shrink_axis_mask", 1), "shape", "zero", "one", "one")
                .node("target", "Pack", number("axis", 0), "n", "rest")
                .node("y", "Reshape", "", "c", "target");
        Converted converted = file.convert(Layout.NHWC, -1, ROWS, COLUMNS, CHANNELS);

        float[] two = random(9, 2 * INPUT.length);
        assertClose(TfjsWriter.run(converted, two, 2, ROWS, COLUMNS, CHANNELS).get("y"), two);
        assertThat(converted.graph().getGraph().getNodeList().stream().map(NodeProto::getOpType))
                .doesNotContain("Shape", "Slice", "Concat");
    }

    @Test
    void reshapeThatMixesInputsOfABatchIsRefused() throws Exception {
        file.input("x", -1, 4).list("shape", -1, 2).node("y", "Reshape", "", "x", "shape");

        assertThatThrownBy(() -> file.convert(Layout.NHWC, -1, 4))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Reshape 'y'")
                .hasMessageContaining("[2]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, -1})
    void partsAreJoinedAlongTheAxisOfTheModel(int axis) throws Exception {
        computed()
                .integers("axis", new int[] {axis})
                .node("n", "Neg", "", "c")
                .node("y", "ConcatV2", number("N", 2), "c", "n", "axis");

        int along = axis < 0 ? 3 : axis;
        int rows = along == 1 ? 2 * ROWS : ROWS;
        int columns = along == 2 ? 2 * COLUMNS : COLUMNS;
        int channels = along == 3 ? 2 * CHANNELS : CHANNELS;
        assertClose(run(), image(rows, columns, channels, (y, x, c) -> {
            boolean second = y >= ROWS || x >= COLUMNS || c >= CHANNELS;
            double value = IMAGE.at(y % ROWS, x % COLUMNS, c % CHANNELS);
            return second ? -value : value;
        }));
    }

    @Test
    void packedEntriesComeBackOut() throws Exception {
        file.input("x", 3)
                .node("n", "Neg", "", "x")
                .node("p", "Pack", number("axis", 1), "x", "n")
                .node("u", "Unpack", number("axis", 0) + "," + number("num", 3), "p")
                .node("y", "Sub", "", "u:2", "u")
                .outputs("y", "p");

        assertThat(file.run(new float[] {1, 2, 5}, 3).get("y")).containsExactly(4, -4);
        assertThat(file.run(new float[] {1, 2, 5}, 3).get("p")).containsExactly(1, -1, 2, -2, 5, -5);
    }

    @Test
    void splitsTakeEqualOrGivenParts() throws Exception {
        file.input("x", 1, 6)
                .integers("axis", new int[] {-1})
                .list("sizes", 1, -1, 3)
                .node("a", "Split", number("num_split", 3), "axis", "x")
                .node("b", "SplitV", number("num_split", 3), "x", "sizes", "axis")
                .outputs("a:2", "b", "b:1", "b:2");

        var outputs = file.run(new float[] {1, 2, 3, 4, 5, 6}, 1, 6);
        assertThat(outputs.get("a:2")).containsExactly(5, 6);
        assertThat(outputs.get("b")).containsExactly(1);
        assertThat(outputs.get("b:1")).containsExactly(2, 3);
        assertThat(outputs.get("b:2")).containsExactly(4, 5, 6);
    }

    @Test
    void sliceTakesAPartOfEveryDimension() throws Exception {
        computed().list("begin", 0, 1, 2, 0).list("size", -1, 2, -1, 1).node("y", "Slice", "", "c", "begin", "size");

        assertClose(run(), image(2, 2, 1, (y, x, c) -> IMAGE.at(y + 1, x + 2, c)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // begin | end | strides | begin, end, ellipsis, new axis, shrink masks | result
                "1 0 | 3 4 | 1 2 | 0 0 0 0 0 | 4 6 8 10",
                "-1 -1 | 0 0 | -1 -2 | 0 0 0 0 0 | 11 9 7 5",
                "0 0 | 0 0 | 1 -1 | 3 3 0 0 0 | 3 2 1 0 7 6 5 4 11 10 9 8",
                "1 0 | 2 0 | 1 1 | 0 2 0 0 1 | 4 5 6 7",
                "0 -1 | 0 0 | 1 1 | 0 0 1 0 2 | 3 7 11",
                "0 0 1 | 0 0 9 | 1 1 2 | 1 1 0 2 0 | 1 3 5 7 9 11",
                "2 | 7 | 1 | 0 0 0 0 0 | 8 9 10 11"
            })
    void stridedSliceReadsItsMasks(String begin, String end, String stride, String masks, String expected)
            throws Exception {
        int[] mask = numbers(masks);
        file.input("x", 3, 4)
                .list("begin", numbers(begin))
                .list("end", numbers(end))
                .list("stride", numbers(stride))
                .node(
                        "y",
                        "StridedSlice",
                        number("begin_mask", mask[0]) + "," + number("end_mask", mask[1]) + ","
                                + number("ellipsis_mask", mask[2]) + "," + number("new_axis_mask", mask[3]) + ","
                                + number("shrink_axis_mask", mask[4]),
                        "x",
                        "begin",
                        "end",
                        "stride");
        float[] input = new float[12];
        for (int i = 0; i < input.length; i++) {
            input[i] = i;
        }

        int[] wanted = numbers(expected);
        float[] actual = file.run(input, 3, 4).get("y");
        assertThat(actual).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(actual[i]).as("value %d", i).isEqualTo(wanted[i]);
        }
    }

    @Test
    void borderHasItsOwnValue() throws Exception {
        computed()
                .integers("amounts", new int[] {0, 0, 1, 2, 0, 3, 1, 0}, 4, 2)
                .floats("value", new float[] {-7}, new long[0])
                .node("y", "PadV2", "", "c", "amounts", "value");

        assertClose(
                run(),
                image(
                        ROWS + 3,
                        COLUMNS + 3,
                        CHANNELS + 1,
                        (y, x, c) -> c > 0 && IMAGE.inside(y - 1, x) ? IMAGE.at(y - 1, x, c - 1) : -7));
    }

    @Test
    void mirrorDoesNotRepeatTheEdge() throws Exception {
        computed()
                .integers("amounts", new int[] {0, 0, 1, 2, 0, 3, 0, 0}, 4, 2)
                .node("y", "MirrorPad", word("mode", "REFLECT"), "c", "amounts");

        assertClose(
                run(),
                image(
                        ROWS + 3,
                        COLUMNS + 3,
                        CHANNELS,
                        (y, x, c) -> IMAGE.at(mirrored(y - 1, ROWS), mirrored(x, COLUMNS), c)));
    }

    @Test
    void entriesAreGatheredByIndex() throws Exception {
        file.input("x", 2, 3)
                .integers("columns", new int[] {2, 0, 0, 1}, 2, 2)
                .integers("axis", new int[] {1})
                .integers("cells", new int[] {1, 2, 0, 0}, 2, 2)
                .node("a", "GatherV2", "", "x", "columns", "axis")
                .node("b", "GatherNd", "", "x", "cells")
                .outputs("a", "b");

        var outputs = file.run(new float[] {0, 1, 2, 10, 11, 12}, 2, 3);
        assertThat(outputs.get("a")).containsExactly(2, 0, 0, 1, 12, 10, 10, 11);
        assertThat(outputs.get("b")).containsExactly(12, 0);
    }

    @Test
    void squeezeExpandAndTileKeepTheOrder() throws Exception {
        file.input("x", 1, 2, 1)
                .integers("axis", new int[] {-1})
                .list("times", 2, 3)
                .node("s", "Squeeze", list("squeeze_dims", 0, 2), "x")
                .node("e", "ExpandDims", "", "s", "axis")
                .node("y", "Tile", "", "e", "times");

        assertThat(file.run(new float[] {5, 6}, 1, 2, 1).get("y")).containsExactly(5, 5, 5, 6, 6, 6, 5, 5, 5, 6, 6, 6);
    }

    @Test
    void constantsAreComputedWhileConverting() throws Exception {
        file.input("x", 3)
                .integers("indices", new int[] {0, 2}, 2, 1)
                .list("size", 3)
                .floats("values", new float[] {5, 7}, 2)
                .floats("default", new float[] {-1}, new long[0])
                .node("dense", "SparseToDense", "", "indices", "size", "values", "default")
                .integers("from", new int[] {1})
                .integers("to", new int[] {7})
                .integers("step", new int[] {2})
                .node("range", "Range", "", "from", "to", "step")
                .node("numbers", "Cast", "'DstT':{'type':'DT_FLOAT'}", "range")
                .floats("half", new float[] {0.5f}, new long[0])
                .node("filled", "Fill", "", "size", "half")
                .node("a", "AddV2", "", "dense", "numbers")
                .node("b", "Mul", "", "a", "filled")
                .node("y", "Sub", "", "x", "b");

        assertThat(file.run(new float[] {0, 0, 0}, 3).get("y")).containsExactly(-3, -1, -6);
        assertThat(file.convert(Layout.NHWC, 3).graph().getGraph().getNodeList())
                .hasSize(1);
    }

    @Test
    void blocksMoveIntoTheBatchAndBack() throws Exception {
        float[] filter = random(5, 9 * CHANNELS);
        file.input("x", 1, 6, 8, CHANNELS)
                .list("block", 2, 2)
                .integers("edges", new int[] {2, 2, 2, 2}, 2, 2)
                .integers("none", new int[] {0, 1, 1, 0}, 2, 2)
                .floats("filter", filter, 3, 3, CHANNELS, 1)
                .node("s", "SpaceToBatchND", "", "x", "block", "edges")
                .node("d", "DepthwiseConv2dNative", convolution("VALID", 1, 1), "s", "filter")
                .node("y", "BatchToSpaceND", "", "d", "block", "none");
        float[] input = random(6, 6 * 8 * CHANNELS);
        Image large = new Image(input, 6, 8, CHANNELS);

        // together that is a convolution whose taps are two pixels apart, without the last row and the first column
        assertClose(file.run(input, 1, 6, 8, CHANNELS).get("y"), image(5, 7, CHANNELS, (y, x, c) -> {
            double sum = 0;
            for (int tap = 0; tap < 9; tap++) {
                sum += large.at(y + 2 * (tap / 3) - 2, x + 1 + 2 * (tap % 3) - 2, c) * filter[tap * CHANNELS + c];
            }
            return sum;
        }));
    }

    @Test
    void reversedAxesRunBackwards() throws Exception {
        computed().list("axes", -1, 1).node("y", "ReverseV2", "", "c", "axes");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> IMAGE.at(ROWS - 1 - y, x, CHANNELS - 1 - c)));
    }

    @Test
    void bestValuesComeWithTheirIndices() throws Exception {
        file.input("x", 2, 4)
                .integers("count", new int[] {2})
                .integers("depth", new int[] {4})
                .floats("on", new float[] {5}, new long[0])
                .floats("off", new float[] {-1}, new long[0])
                .node("best", "TopKV2", "", "x", "count")
                .node("hot", "OneHot", number("axis", -1), "best:1", "depth", "on", "off")
                .outputs("best", "best:1", "hot");

        var outputs = file.run(new float[] {1, 4, 3, 2, 9, 6, 7, 8}, 2, 4);
        assertThat(outputs.get("best")).containsExactly(4, 3, 9, 8);
        assertThat(outputs.get("best:1")).containsExactly(1, 2, 0, 3);
        assertThat(outputs.get("hot")).containsExactly(-1, 5, -1, -1, -1, -1, 5, -1, 5, -1, -1, -1, -1, -1, -1, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, -1})
    void tensorsLikeOthersHaveTheirDimensions(long batch) throws Exception {
        file.input("x", -1, 3)
                .node("zero", "ZerosLike", "", "x")
                .node("one", "OnesLike", "", "x")
                .node("rank", "Rank", "", "one")
                .node("number", "Cast", "'DstT':{'type':'DT_FLOAT'}", "rank")
                .node("a", "Mul", "", "one", "number")
                .node("y", "AddV2", "", "a", "zero");

        Converted converted = file.convert(Layout.NHWC, batch, 3);
        assertThat(TfjsWriter.run(converted, random(1, 6), 2, 3).get("y"))
                .containsOnly(2)
                .hasSize(6);
    }

    /** The input, and the same behind a convolution that changes nothing: then it is there channels-first only. */
    private TfjsWriter computed() throws Exception {
        return file.input("x", -1, ROWS, COLUMNS, CHANNELS)
                .floats("identity", new float[] {1, 0, 0, 1}, 1, 1, CHANNELS, CHANNELS)
                .node("c", "Conv2D", convolution("SAME", 1, 1), "x", "identity");
    }

    private float[] run() throws Exception {
        return file.run(INPUT, 1, ROWS, COLUMNS, CHANNELS).values().iterator().next();
    }

    private static int mirrored(int index, int size) {
        int positive = Math.abs(index);
        return positive < size ? positive : 2 * (size - 1) - positive;
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
