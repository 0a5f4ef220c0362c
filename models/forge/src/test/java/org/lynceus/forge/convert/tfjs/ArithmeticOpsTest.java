package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.forge.convert.tfjs.Definitions.assertClose;
import static org.lynceus.forge.convert.tfjs.Definitions.image;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.convolution;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.random;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lynceus.forge.convert.tfjs.Definitions.Image;

class ArithmeticOpsTest {
    private static final int ROWS = 3;
    private static final int COLUMNS = 4;
    private static final int CHANNELS = 2;
    private static final float[] INPUT = random(1, ROWS * COLUMNS * CHANNELS);
    private static final Image IMAGE = new Image(INPUT, ROWS, COLUMNS, CHANNELS);

    private final TfjsWriter file = new TfjsWriter();

    static Stream<Arguments> unary() {
        return Stream.of(
                of("Abs", Math::abs),
                of("Atan", Math::atan),
                of("Ceil", Math::ceil),
                of("Cos", Math::cos),
                of("Elu", x -> x > 0 ? x : Math.expm1(x)),
                of("Exp", Math::exp),
                of("Expm1", Math::expm1),
                of("Floor", Math::floor),
                of("Identity", x -> x),
                of("Neg", x -> -x),
                of("Reciprocal", x -> 1 / x),
                of("Relu", x -> Math.max(x, 0)),
                of("Relu6", x -> Math.min(Math.max(x, 0), 6)),
                of("Round", Math::rint),
                of("Selu", x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))),
                of("Sigmoid", x -> 1 / (1 + Math.exp(-x))),
                of("Sign", Math::signum),
                of("Sin", Math::sin),
                of("Softplus", x -> Math.log1p(Math.exp(x))),
                of("Softsign", x -> x / (1 + Math.abs(x))),
                of("Square", x -> x * x),
                of("Tan", Math::tan),
                of("Tanh", Math::tanh));
    }

    @ParameterizedTest
    @MethodSource("unary")
    void functionOfOneValue(String operator, DoubleUnaryOperator definition) throws Exception {
        computed().node("y", operator, "", "c");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> definition.applyAsDouble(IMAGE.at(y, x, c))));
    }

    static Stream<Arguments> ofPositive() {
        return Stream.of(
                of("Log", Math::log),
                of("Log1p", Math::log1p),
                of("Sqrt", Math::sqrt),
                of("Rsqrt", x -> 1 / Math.sqrt(x)));
    }

    @ParameterizedTest
    @MethodSource("ofPositive")
    void functionOfOnePositiveValue(String operator, DoubleUnaryOperator definition) throws Exception {
        computed().node("a", "Abs", "", "c").node("y", operator, "", "a");

        assertClose(
                run(),
                image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> definition.applyAsDouble(Math.abs(IMAGE.at(y, x, c)))));
    }

    static Stream<Arguments> binary() {
        return Stream.of(
                        of("AddV2", (a, b) -> a + b),
                        of("Sub", (a, b) -> a - b),
                        of("Mul", (a, b) -> a * b),
                        of("RealDiv", (a, b) -> a / b),
                        of("Maximum", Math::max),
                        of("Minimum", Math::min),
                        of("SquaredDifference", (a, b) -> (a - b) * (a - b)),
                        of("DivNoNan", (a, b) -> b == 0 ? 0 : a / b),
                        of("FloorDiv", (a, b) -> Math.floor(a / b)),
                        of("FloorMod", (a, b) -> a - b * Math.floor(a / b)),
                        of("Greater", (a, b) -> a > b ? 1 : 0),
                        of("LessEqual", (a, b) -> a <= b ? 1 : 0),
                        of("Equal", (a, b) -> a == b ? 1 : 0),
                        of("NotEqual", (a, b) -> a != b ? 1 : 0))
                .flatMap(arguments -> Stream.of(
                        Arguments.of(arguments.get()[0], arguments.get()[1], List.of()),
                        Arguments.of(arguments.get()[0], arguments.get()[1], List.of(CHANNELS)),
                        Arguments.of(arguments.get()[0], arguments.get()[1], List.of(COLUMNS, 1)),
                        Arguments.of(arguments.get()[0], arguments.get()[1], List.of(1, ROWS, COLUMNS, CHANNELS))));
    }

    /** The second operand broadcasts by the rules for channels-last, wherever the channels are meanwhile. */
    @ParameterizedTest
    @MethodSource("binary")
    void functionOfTwoValuesThatBroadcast(String operator, DoubleBinaryOperator definition, List<Integer> dims)
            throws Exception {
        int size = dims.stream().reduce(1, Math::multiplyExact);
        float[] other = random(2, size);
        computed()
                .floats("b", other, dims.stream().mapToLong(Integer::longValue).toArray());
        file.node("y", operator, "", "c", "b")
                .node("reversed", operator, "", "b", "c")
                .outputs("y", "reversed");

        var outputs = file.run(INPUT, 1, ROWS, COLUMNS, CHANNELS);
        assertClose(
                outputs.get("y"),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> definition.applyAsDouble(IMAGE.at(y, x, c), other[index(dims.size(), y, x, c)])));
        assertClose(
                outputs.get("reversed"),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> definition.applyAsDouble(other[index(dims.size(), y, x, c)], IMAGE.at(y, x, c))));
    }

    @Test
    void wholeNumbersAreDividedDownwards() throws Exception {
        file.input("x", "DT_INT32", 4)
                .integers("d", new int[] {-3})
                .node("q", "FloorDiv", "", "x", "d")
                .node("r", "FloorMod", "", "x", "d")
                .outputs("q", "r");

        var outputs = file.run(new float[] {7, -7, 6, -1}, 4);
        assertThat(outputs.get("q")).containsExactly(-3, 2, -2, 0);
        assertThat(outputs.get("r")).containsExactly(-2, -1, 0, -1);
    }

    @Test
    void inputOfWholeNumbersTakesFloats() throws Exception {
        file.input("x", "DT_INT32", 3).node("y", "Cast", "'DstT':{'type':'DT_FLOAT'}", "x");

        assertThat(file.run(new float[] {0, 255, 127.9f}, 3).get("y")).containsExactly(0, 255, 127);
    }

    @Test
    void softmaxRunsAlongTheChannels() throws Exception {
        computed().node("y", "Softmax", "", "c");

        assertClose(
                run(),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> 1 / (1 + Math.exp(IMAGE.at(y, x, 1 - c) - IMAGE.at(y, x, c)))));
    }

    @Test
    void conditionSelects() throws Exception {
        computed()
                .floats("zero", new float[] {0}, new long[0])
                .node("positive", "Greater", "", "c", "zero")
                .node("negative", "LogicalNot", "", "positive")
                .node("n", "Neg", "", "c")
                .node("y", "SelectV2", "", "negative", "n", "zero");

        assertClose(run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> Math.max(-IMAGE.at(y, x, c), 0)));
    }

    @Test
    void slopesOfAParametricReluMayDifferPerChannelOrPixel() throws Exception {
        float[] perPixel = random(3, ROWS * COLUMNS * CHANNELS);
        computed()
                .floats("a", new float[] {0.25f, -2}, 1, 1, CHANNELS)
                .floats("b", perPixel, ROWS, COLUMNS, CHANNELS)
                .node("p", "Prelu", "", "c", "a")
                .node("q", "Prelu", "", "c", "b")
                .outputs("p", "q");

        var outputs = file.run(INPUT, 1, ROWS, COLUMNS, CHANNELS);
        assertClose(
                outputs.get("p"),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> IMAGE.at(y, x, c) * (IMAGE.at(y, x, c) > 0 ? 1 : c == 0 ? 0.25 : -2)));
        assertClose(
                outputs.get("q"),
                image(
                        ROWS,
                        COLUMNS,
                        CHANNELS,
                        (y, x, c) -> IMAGE.at(y, x, c) * (IMAGE.at(y, x, c) > 0 ? 1 : perPixel[index(4, y, x, c)])));
    }

    @Test
    void sumsAndLimitsTakeSeveralOperands() throws Exception {
        computed()
                .floats("low", new float[] {-1}, new long[0])
                .floats("high", new float[] {0.5f}, new long[0])
                .node("a", "AddN", "", "c", "c", "x")
                .node("y", "ClipByValue", "", "a", "low", "high");

        assertClose(
                run(), image(ROWS, COLUMNS, CHANNELS, (y, x, c) -> Math.min(Math.max(3 * IMAGE.at(y, x, c), -1), 0.5)));
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

    /** Index into an operand of some rank: a number, one per channel, one per column, or one per value. */
    private static int index(int rank, int y, int x, int c) {
        return switch (rank) {
            case 0 -> 0;
            case 1 -> c;
            case 2 -> x;
            default -> (y * COLUMNS + x) * CHANNELS + c;
        };
    }

    private static Arguments of(String operator, DoubleUnaryOperator definition) {
        return Arguments.of(operator, definition);
    }

    private static Arguments of(String operator, DoubleBinaryOperator definition) {
        return Arguments.of(operator, definition);
    }
}
