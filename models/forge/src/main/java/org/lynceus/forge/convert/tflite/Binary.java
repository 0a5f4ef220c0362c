package org.lynceus.forge.convert.tflite;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.DivOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.SubOptions;

/** Operators that compute every value from two others; the smaller operand is repeated as NumPy does. */
final class Binary {
    /** Adds the nodes of one function: two values in, value out. */
    private interface Function {
        String add(GraphBuilder onnx, String first, String second, String hint, Element element);
    }

    private static final Map<String, String> SAME_IN_ONNX = Map.ofEntries(
            Map.entry("ADD", "Add"),
            Map.entry("DIV", "Div"),
            Map.entry("EQUAL", "Equal"),
            Map.entry("GREATER", "Greater"),
            Map.entry("GREATER_EQUAL", "GreaterOrEqual"),
            Map.entry("LESS", "Less"),
            Map.entry("LESS_EQUAL", "LessOrEqual"),
            Map.entry("LOGICAL_AND", "And"),
            Map.entry("LOGICAL_OR", "Or"),
            Map.entry("MAXIMUM", "Max"),
            Map.entry("MINIMUM", "Min"),
            Map.entry("MUL", "Mul"),
            Map.entry("POW", "Pow"),
            Map.entry("SUB", "Sub"));

    private static final Map<String, Function> COMPOSED = Map.of(
            "FLOOR_DIV",
            Binary::floorDiv,
            "FLOOR_MOD",
            Binary::floorMod,
            "NOT_EQUAL",
            (onnx, first, second, hint, element) ->
                    onnx.node("Not", hint, List.of(onnx.node("Equal", hint + "/equal", List.of(first, second)))),
            "SQUARED_DIFFERENCE",
            (onnx, first, second, hint, element) -> {
                String difference = onnx.node("Sub", hint + "/difference", List.of(first, second));
                return onnx.node("Mul", hint, List.of(difference, difference));
            });

    private Binary() {}

    /** The conversions by the names of the operators. */
    static Map<String, OpConverter> converters() {
        Map<String, OpConverter> converters = new TreeMap<>();
        SAME_IN_ONNX.forEach((name, same) -> converters.put(
                name,
                converter((onnx, first, second, hint, element) -> onnx.node(same, hint, List.of(first, second)))));
        COMPOSED.forEach((name, function) -> converters.put(name, converter(function)));
        return converters;
    }

    private static OpConverter converter(Function function) {
        return (operator, context) -> {
            TfliteTensor first = operator.input(0);
            TfliteTensor second = operator.input(1);
            TfliteTensor output = operator.output();
            context.requireBatch(first, first.rank() == output.rank());
            context.requireBatch(second, second.rank() == output.rank());
            Layout layout = layout(context, first, second);
            String value = function.add(
                    context.onnx(),
                    operand(context, first, layout),
                    operand(context, second, layout),
                    output.name(),
                    Element.of(first));
            context.define(output, Activations.apply(context, value, activation(operator), output), layout);
        };
    }

    /** Channels first where a computed operand is there already and the other one can follow at no cost. */
    private static Layout layout(TfliteContext context, TfliteTensor first, TfliteTensor second) throws ForgeException {
        for (TfliteTensor operand : List.of(first, second)) {
            boolean moves = operand.rank() == 4 || context.isConstant(operand) && operand.rank() < 4;
            if (!moves || Element.of(operand) != Element.REAL) {
                return Layout.NHWC;
            }
        }
        return context.layout(first, second);
    }

    /** A constant with fewer dimensions belongs to the last ones: they have to be named before the channels move. */
    private static String operand(TfliteContext context, TfliteTensor tensor, Layout layout) throws ForgeException {
        if (layout == Layout.NHWC || tensor.rank() == 4) {
            return context.value(tensor, layout);
        }
        List<Integer> shape = new ArrayList<>(tensor.shape());
        while (shape.size() < 4) {
            shape.add(0, 1);
        }
        int channels = shape.get(3);
        int pixels = shape.get(1) * shape.get(2);
        float[] values = Constants.channelsFirst(context.constant(tensor), shape.get(0), pixels, channels);
        return context.onnx().constant(tensor.name(), values, shape.get(0), channels, shape.get(1), shape.get(2));
    }

    private static int activation(TfliteOperator operator) {
        return switch (operator.name()) {
            case "ADD" ->
                operator.optionalOptions(new AddOptions())
                        .map(AddOptions::fusedActivationFunction)
                        .orElse(ActivationFunctionType.NONE);
            case "DIV" ->
                operator.optionalOptions(new DivOptions())
                        .map(DivOptions::fusedActivationFunction)
                        .orElse(ActivationFunctionType.NONE);
            case "MUL" ->
                operator.optionalOptions(new MulOptions())
                        .map(MulOptions::fusedActivationFunction)
                        .orElse(ActivationFunctionType.NONE);
            case "SUB" ->
                operator.optionalOptions(new SubOptions())
                        .map(SubOptions::fusedActivationFunction)
                        .orElse(ActivationFunctionType.NONE);
            default -> ActivationFunctionType.NONE;
        };
    }

    /** Rounds towards minus infinity, for whole numbers too. */
    private static String floorDiv(GraphBuilder onnx, String first, String second, String hint, Element element) {
        if (element == Element.REAL) {
            return onnx.node("Floor", hint, List.of(onnx.node("Div", hint + "/ratio", List.of(first, second))));
        }
        int wide = TensorProto.DataType.DOUBLE.getNumber();
        String dividend = onnx.node("Cast", hint + "/dividend", List.of(first), Attributes.integer("to", wide));
        String divisor = onnx.node("Cast", hint + "/divisor", List.of(second), Attributes.integer("to", wide));
        String ratio = onnx.node("Div", hint + "/ratio", List.of(dividend, divisor));
        String floor = onnx.node("Floor", hint + "/floor", List.of(ratio));
        return onnx.node("Cast", hint, List.of(floor), Attributes.integer("to", element.onnx()));
    }

    /** Has the sign of the divisor. */
    private static String floorMod(GraphBuilder onnx, String first, String second, String hint, Element element) {
        if (element != Element.REAL) {
            return onnx.node("Mod", hint, List.of(first, second));
        }
        String ratio = onnx.node("Div", hint + "/ratio", List.of(first, second));
        String floor = onnx.node("Floor", hint + "/floor", List.of(ratio));
        String multiple = onnx.node("Mul", hint + "/multiple", List.of(floor, second));
        return onnx.node("Sub", hint, List.of(first, multiple));
    }
}
