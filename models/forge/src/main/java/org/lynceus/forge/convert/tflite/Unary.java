package org.lynceus.forge.convert.tflite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.GeluOptions;
import org.tensorflow.lite.schema.LeakyReluOptions;

/** Operators that compute every value from one other value at the same place. */
final class Unary {
    /** Adds the nodes of one function: value in, value out. */
    private interface Function {
        String add(GraphBuilder onnx, String value, String hint, TfliteOperator operator) throws ForgeException;
    }

    private static final Map<String, String> SAME_IN_ONNX = Map.ofEntries(
            Map.entry("ABS", "Abs"),
            Map.entry("CEIL", "Ceil"),
            Map.entry("COS", "Cos"),
            Map.entry("ELU", "Elu"),
            Map.entry("EXP", "Exp"),
            Map.entry("FLOOR", "Floor"),
            Map.entry("LOG", "Log"),
            Map.entry("LOGICAL_NOT", "Not"),
            Map.entry("NEG", "Neg"),
            Map.entry("RELU", "Relu"),
            Map.entry("ROUND", "Round"),
            Map.entry("SIGN", "Sign"),
            Map.entry("SIN", "Sin"),
            Map.entry("SQRT", "Sqrt"),
            Map.entry("TANH", "Tanh"));

    private static final Map<String, Function> COMPOSED = Map.of(
            "GELU", Unary::gelu,
            "HARD_SWISH", Unary::hardSwish,
            "LEAKY_RELU", Unary::leakyRelu,
            "LOGISTIC", Unary::logistic,
            "RELU6", (onnx, value, hint, operator) -> Activations.clip(onnx, value, 0, 6),
            "RELU_0_TO_1", (onnx, value, hint, operator) -> Activations.clip(onnx, value, 0, 1),
            "RELU_N1_TO_1", (onnx, value, hint, operator) -> Activations.clip(onnx, value, -1, 1),
            "RSQRT",
                    (onnx, value, hint, operator) ->
                            onnx.node("Reciprocal", hint, List.of(onnx.node("Sqrt", hint + "/root", List.of(value)))),
            "SQUARE", (onnx, value, hint, operator) -> onnx.node("Mul", hint, List.of(value, value)));

    private static final int FEW = 16;

    private Unary() {}

    /** The conversions by the names of the operators. */
    static Map<String, OpConverter> converters() {
        Map<String, OpConverter> converters = new TreeMap<>();
        SAME_IN_ONNX.forEach((name, same) -> converters.put(
                name, converter((onnx, value, hint, operator) -> onnx.node(same, hint, List.of(value)))));
        COMPOSED.forEach((name, function) -> converters.put(name, converter(function)));
        return converters;
    }

    private static OpConverter converter(Function function) {
        return (operator, context) -> {
            TfliteTensor input = operator.input(0);
            TfliteTensor output = operator.output();
            Layout layout = context.layout(input);
            String value = context.value(input, layout);
            context.define(output, function.add(context.onnx(), value, output.name(), operator), layout);
        };
    }

    /** x * min(max(x / 6 + 1 / 2, 0), 1). */
    private static String hardSwish(GraphBuilder onnx, String value, String hint, TfliteOperator operator) {
        String gate = onnx.node(
                "HardSigmoid",
                hint + "/gate",
                List.of(value),
                Attributes.real("alpha", 1f / 6),
                Attributes.real("beta", 0.5f));
        return onnx.node("Mul", hint, List.of(value, gate));
    }

    private static String leakyRelu(GraphBuilder onnx, String value, String hint, TfliteOperator operator)
            throws ForgeException {
        float slope = operator.options(new LeakyReluOptions()).alpha();
        return onnx.node("LeakyRelu", hint, List.of(value), Attributes.real("alpha", slope));
    }

    /**
     * 1 / (1 + exp(-x)).
     *
     * <p>The Sigmoid of ONNX Runtime is off by up to 1e-7, however small the result. That does not matter among many
     * values; a single probability near zero is computed term by term, correct to its last digits.
     */
    private static String logistic(GraphBuilder onnx, String value, String hint, TfliteOperator operator)
            throws ForgeException {
        if (operator.output().size() > FEW) {
            return onnx.node("Sigmoid", hint, List.of(value));
        }
        String negative = onnx.node("Neg", hint + "/negative", List.of(value));
        String power = onnx.node("Exp", hint + "/power", List.of(negative));
        String one = onnx.constant(hint + "/one", new float[] {1});
        String sum = onnx.node("Add", hint + "/sum", List.of(power, one));
        return onnx.node("Div", hint, List.of(one, sum));
    }

    /** x / 2 * (1 + erf(x / sqrt 2)), or its customary approximation by a hyperbolic tangent. */
    private static String gelu(GraphBuilder onnx, String value, String hint, TfliteOperator operator) {
        boolean approximate = operator.optionalOptions(new GeluOptions())
                .map(GeluOptions::approximate)
                .orElse(false);
        String inner;
        if (approximate) {
            String square = onnx.node("Mul", hint + "/square", List.of(value, value));
            String cube = onnx.node("Mul", hint + "/cube", List.of(square, value));
            String scaled = onnx.node(
                    "Mul", hint + "/scaled", List.of(cube, onnx.constant(hint + "/cubic", new float[] {0.044715f})));
            String sum = onnx.node("Add", hint + "/sum", List.of(value, scaled));
            float root = (float) Math.sqrt(2 / Math.PI);
            String argument = onnx.node(
                    "Mul", hint + "/argument", List.of(sum, onnx.constant(hint + "/root", new float[] {root})));
            inner = onnx.node("Tanh", hint + "/tanh", List.of(argument));
        } else {
            float root = (float) Math.sqrt(2);
            String argument = onnx.node(
                    "Div", hint + "/argument", List.of(value, onnx.constant(hint + "/root", new float[] {root})));
            inner = onnx.node("Erf", hint + "/erf", List.of(argument));
        }
        String gate = onnx.node("Add", hint + "/gate", List.of(inner, onnx.constant(hint + "/one", new float[] {1})));
        String product = onnx.node("Mul", hint + "/product", List.of(value, gate));
        return onnx.node("Mul", hint, List.of(product, onnx.constant(hint + "/half", new float[] {0.5f})));
    }
}
