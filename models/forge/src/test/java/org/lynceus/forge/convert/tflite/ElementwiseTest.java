package org.lynceus.forge.convert.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.GeluOptions;
import org.tensorflow.lite.schema.LeakyReluOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.SubOptions;
import org.tensorflow.lite.schema.TensorType;

class ElementwiseTest {
    private static final int[] SHAPE = {1, 3, 4, 2};

    static Stream<Arguments> unary() {
        return Stream.of(
                one("ABS", BuiltinOperator.ABS, Math::abs),
                one("CEIL", BuiltinOperator.CEIL, Math::ceil),
                one("COS", BuiltinOperator.COS, Math::cos),
                one("ELU", BuiltinOperator.ELU, x -> x < 0 ? Math.expm1(x) : x),
                one("EXP", BuiltinOperator.EXP, Math::exp),
                one("FLOOR", BuiltinOperator.FLOOR, Math::floor),
                one("HARD_SWISH", BuiltinOperator.HARD_SWISH, x -> x * Math.min(Math.max(x + 3, 0), 6) / 6),
                one("LOGISTIC", BuiltinOperator.LOGISTIC, x -> 1 / (1 + Math.exp(-x))),
                one("NEG", BuiltinOperator.NEG, x -> -x),
                one("RELU", BuiltinOperator.RELU, x -> Math.max(x, 0)),
                one("RELU6", BuiltinOperator.RELU6, x -> Math.min(Math.max(x, 0), 6)),
                one("RELU_N1_TO_1", BuiltinOperator.RELU_N1_TO_1, x -> Math.min(Math.max(x, -1), 1)),
                one("ROUND", BuiltinOperator.ROUND, Math::rint),
                one("SIGN", BuiltinOperator.SIGN, Math::signum),
                one("SIN", BuiltinOperator.SIN, Math::sin),
                one("SQUARE", BuiltinOperator.SQUARE, x -> x * x),
                one("TANH", BuiltinOperator.TANH, Math::tanh));
    }

    private static Arguments one(String name, int builtin, DoubleUnaryOperator definition) {
        return Arguments.of(name, builtin, definition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unary")
    void functionsAgreeWithTheirDefinitions(String name, int builtin, DoubleUnaryOperator definition)
            throws ForgeException {
        for (boolean channelsFirst : new boolean[] {false, true}) {
            SmallGraph graph = new SmallGraph(channelsFirst, SHAPE);
            requireMapped(graph, graph.then(builtin, SHAPE), definition);
        }
    }

    @Test
    void rootsAndLogarithmsAgreeWithTheirDefinitions() throws ForgeException {
        requirePositive(BuiltinOperator.SQRT, Math::sqrt);
        requirePositive(BuiltinOperator.RSQRT, x -> 1 / Math.sqrt(x));
        requirePositive(BuiltinOperator.LOG, Math::log);
    }

    private static void requirePositive(int builtin, DoubleUnaryOperator definition) throws ForgeException {
        SmallGraph graph = new SmallGraph(false, 1, 5);
        int output = graph.then(builtin, new int[] {1, 5});
        float[] fed = {0.1f, 1, 2.5f, 9, 400};
        float[] expected = new float[5];
        for (int i = 0; i < 5; i++) {
            expected[i] = (float) definition.applyAsDouble(fed[i]);
        }
        SmallGraph.assertClose(graph.run(fed, output).values().iterator().next(), expected);
    }

    @Test
    void leakyReluHasTheSlopeOfItsOptions() throws ForgeException {
        SmallGraph graph = new SmallGraph(true, SHAPE);
        int options = LeakyReluOptions.createLeakyReluOptions(graph.file().builder(), 0.3f);
        int output = graph.then(BuiltinOperator.LEAKY_RELU, BuiltinOptions.LeakyReluOptions, options, SHAPE);
        requireMapped(graph, output, x -> x < 0 ? 0.3 * x : x);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void geluIsExactOrApproximate(boolean approximate) throws ForgeException {
        SmallGraph graph = new SmallGraph(true, SHAPE);
        int options = GeluOptions.createGeluOptions(graph.file().builder(), approximate);
        int output = graph.then(BuiltinOperator.GELU, BuiltinOptions.GeluOptions, options, SHAPE);
        requireMapped(
                graph,
                output,
                approximate
                        ? x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))
                        : x -> x * normalDistribution(x));
    }

    @Test
    void aProbabilityNearZeroKeepsItsRelativePrecision() throws ForgeException {
        SmallGraph graph = new SmallGraph(false, 1, 1);
        int output = graph.then(BuiltinOperator.LOGISTIC, new int[] {1, 1});
        float probability = graph.run(new float[] {-12}, output).get("output")[0];
        assertThat(probability / (1 / (1 + Math.exp(12)))).isBetween(1 - 1e-6, 1 + 1e-6);
    }

    static Stream<Arguments> binary() {
        return Stream.of(
                two("ADD", BuiltinOperator.ADD, Double::sum),
                two("DIV", BuiltinOperator.DIV, (a, b) -> a / b),
                two("FLOOR_DIV", BuiltinOperator.FLOOR_DIV, (a, b) -> Math.floor(a / b)),
                two("FLOOR_MOD", BuiltinOperator.FLOOR_MOD, (a, b) -> a - Math.floor(a / b) * b),
                two("MAXIMUM", BuiltinOperator.MAXIMUM, Math::max),
                two("MINIMUM", BuiltinOperator.MINIMUM, Math::min),
                two("MUL", BuiltinOperator.MUL, (a, b) -> a * b),
                two("SQUARED_DIFFERENCE", BuiltinOperator.SQUARED_DIFFERENCE, (a, b) -> (a - b) * (a - b)),
                two("SUB", BuiltinOperator.SUB, (a, b) -> a - b));
    }

    private static Arguments two(String name, int builtin, DoubleBinaryOperator definition) {
        return Arguments.of(name, builtin, definition);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binary")
    void aConstantWithFewerDimensionsBelongsToTheLastOnes(String name, int builtin, DoubleBinaryOperator definition)
            throws ForgeException {
        float[] constant = SmallGraph.noise(2, 4 * 2);
        for (boolean channelsFirst : new boolean[] {false, true}) {
            SmallGraph graph = new SmallGraph(channelsFirst, SHAPE);
            int second = graph.file().floats("constant", constant, 4, 2);
            int output = graph.then(builtin, SHAPE, second);
            float[] expected = graph.values();
            for (int i = 0; i < expected.length; i++) {
                expected[i] = (float) definition.applyAsDouble(expected[i], constant[i % constant.length]);
            }
            SmallGraph.assertClose(graph.runInBatchToo(output), expected);
        }
    }

    @Test
    void theFirstOperandMayBeTheConstant() throws ForgeException {
        SmallGraph graph = new SmallGraph(true, SHAPE);
        int constant = graph.file().floats("constant", new float[] {10, 20}, 2);
        int output = graph.file().tensor("output", SHAPE);
        graph.file().operator(BuiltinOperator.SUB, new int[] {constant, graph.start()}, new int[] {output});
        float[] expected = graph.values();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 10 * (1 + i % 2) - expected[i];
        }
        SmallGraph.assertClose(graph.run(output), expected);
    }

    @Test
    void fusedActivationsFollow() throws ForgeException {
        SmallGraph graph = new SmallGraph(true, SHAPE);
        int add = AddOptions.createAddOptions(graph.file().builder(), ActivationFunctionType.RELU_N1_TO_1, false);
        requireMapped(
                graph,
                graph.then(BuiltinOperator.ADD, BuiltinOptions.AddOptions, add, SHAPE, graph.start()),
                x -> Math.min(Math.max(2 * x, -1), 1));
        graph = new SmallGraph(true, SHAPE);
        int mul = MulOptions.createMulOptions(graph.file().builder(), ActivationFunctionType.TANH);
        requireMapped(
                graph,
                graph.then(BuiltinOperator.MUL, BuiltinOptions.MulOptions, mul, SHAPE, graph.start()),
                x -> Math.tanh(x * x));
    }

    @Test
    void aFusedActivationWithoutConversionIsNamed() {
        SmallGraph graph = new SmallGraph(false, SHAPE);
        int sub = SubOptions.createSubOptions(graph.file().builder(), ActivationFunctionType.SIGN_BIT, false);
        int output = graph.then(BuiltinOperator.SUB, BuiltinOptions.SubOptions, sub, SHAPE, graph.start());
        assertThatThrownBy(() -> graph.run(output)).hasMessageContaining("SIGN_BIT");
    }

    @Test
    void comparisonsChooseBetweenValues() throws ForgeException {
        SmallGraph graph = new SmallGraph(true, SHAPE);
        int zero = graph.file().floats("zero", new float[] {0}, 1);
        int positive = graph.file().typed("positive", TensorType.BOOL, SHAPE);
        int output = graph.file().tensor("output", SHAPE);
        graph.file().operator(BuiltinOperator.GREATER, new int[] {graph.start(), zero}, new int[] {positive});
        graph.file().operator(BuiltinOperator.SELECT_V2, new int[] {positive, graph.start(), zero}, new int[] {output});
        requireMapped(graph, output, x -> Math.max(x, 0));
    }

    @Test
    void wholeNumbersAreDividedTowardsMinusInfinity() throws ForgeException {
        SmallGraph graph = new SmallGraph(false, 1, 4);
        int whole = graph.file().typed("whole", TensorType.INT32, 1, 4);
        int three = graph.file().integers("three", new int[] {3}, 1);
        int ratio = graph.file().typed("ratio", TensorType.INT32, 1, 4);
        graph.file().operator(BuiltinOperator.CAST, new int[] {graph.start()}, new int[] {whole});
        graph.file().operator(BuiltinOperator.FLOOR_DIV, new int[] {whole, three}, new int[] {ratio});
        assertThat(graph.run(new float[] {-4, -3, 5, 7}, ratio).get("ratio")).containsExactly(-2, -1, 1, 2);
    }

    private static void requireMapped(SmallGraph graph, int output, DoubleUnaryOperator definition)
            throws ForgeException {
        float[] expected = graph.values();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) definition.applyAsDouble(expected[i]);
        }
        SmallGraph.assertClose(graph.runInBatchToo(output), expected);
    }

    /** Phi(x) by the series of Marsaglia, Journal of Statistical Software 11 (2004). */
    private static double normalDistribution(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-12; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2 - 0.91893853320467274178);
    }
}
