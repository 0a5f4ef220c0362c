package org.lynceus.forge.convert.tfjs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lynceus.forge.ForgeException;

/** TensorFlow operators that compute each value on its own, and softmax. */
final class ArithmeticOps {
    private static final Map<String, String> UNARY = Map.ofEntries(
            Map.entry("Abs", "Abs"),
            Map.entry("Acos", "Acos"),
            Map.entry("Acosh", "Acosh"),
            Map.entry("Asin", "Asin"),
            Map.entry("Asinh", "Asinh"),
            Map.entry("Atan", "Atan"),
            Map.entry("Atanh", "Atanh"),
            Map.entry("Ceil", "Ceil"),
            Map.entry("Cos", "Cos"),
            Map.entry("Cosh", "Cosh"),
            Map.entry("Erf", "Erf"),
            Map.entry("Exp", "Exp"),
            Map.entry("Floor", "Floor"),
            Map.entry("Inv", "Reciprocal"),
            Map.entry("Log", "Log"),
            Map.entry("LogicalNot", "Not"),
            Map.entry("Neg", "Neg"),
            Map.entry("Reciprocal", "Reciprocal"),
            Map.entry("Round", "Round"),
            Map.entry("Sign", "Sign"),
            Map.entry("Sin", "Sin"),
            Map.entry("Sinh", "Sinh"),
            Map.entry("Sqrt", "Sqrt"),
            Map.entry("Tan", "Tan"));
    private static final List<String> ACTIVATIONS =
            List.of("Elu", "LogSoftmax", "Relu", "Relu6", "Selu", "Sigmoid", "Softmax", "Softplus", "Softsign", "Tanh");
    private static final Map<String, String> BINARY = Map.of(
            "Add", "Add",
            "AddV2", "Add",
            "LogicalAnd", "And",
            "LogicalOr", "Or",
            "Mul", "Mul",
            "Pow", "Pow",
            "Sub", "Sub");
    private static final Map<String, String> COMPARISON = Map.of(
            "Equal", "Equal",
            "Greater", "Greater",
            "GreaterEqual", "GreaterOrEqual",
            "Less", "Less",
            "LessEqual", "LessOrEqual");
    private static final List<String> UNCHANGED = List.of(
            "CheckNumerics",
            "EnsureShape",
            "Identity",
            "PlaceholderWithDefault",
            "PreventGradient",
            "Snapshot",
            "StopGradient");

    private ArithmeticOps() {}

    /** The conversions by operator. */
    static Map<String, GraphOp> all() {
        Map<String, GraphOp.Single> all = new HashMap<>();
        UNARY.forEach((name, operator) ->
                all.put(name, (node, inputs, graph) -> Elementwise.unary(graph, operator, node.name(), inputs.get(0))));
        ACTIVATIONS.forEach(name ->
                all.put(name, (node, inputs, graph) -> Activation.apply(graph, node.name(), inputs.get(0), name)));
        BINARY.forEach((name, operator) -> all.put(
                name,
                (node, inputs, graph) ->
                        Elementwise.binary(graph, operator, node.name(), inputs.get(0), inputs.get(1))));
        COMPARISON.forEach((name, operator) -> all.put(
                name,
                (node, inputs, graph) ->
                        Elementwise.combine(graph, operator, node.name(), inputs, ElementType.BOOLEAN)));
        UNCHANGED.forEach(name -> all.put(name, (node, inputs, graph) -> inputs.get(0)));
        all.put("AddN", ArithmeticOps::sum);
        all.put(
                "Cast",
                (node, inputs, graph) -> Elementwise.cast(graph, node.name(), inputs.get(0), node.type("DstT")));
        all.put("ClipByValue", ArithmeticOps::clip);
        all.put("Div", ArithmeticOps::quotient);
        all.put("DivNoNan", ArithmeticOps::safeQuotient);
        all.put("Expm1", (node, inputs, graph) -> shifted(graph, "Exp", node.name(), inputs.get(0), 0, -1));
        all.put("FloorDiv", ArithmeticOps::floorQuotient);
        all.put("FloorMod", (node, inputs, graph) -> remainder(graph, node.name(), inputs.get(0), inputs.get(1)));
        all.put(
                "LeakyRelu",
                (node, inputs, graph) ->
                        Activation.leaky(graph, node.name(), inputs.get(0), node.number("alpha", 0.2)));
        all.put("Log1p", (node, inputs, graph) -> shifted(graph, "Log", node.name(), inputs.get(0), 1, 0));
        all.put("Maximum", (node, inputs, graph) -> bound(graph, node.name(), inputs, true));
        all.put("Minimum", (node, inputs, graph) -> bound(graph, node.name(), inputs, false));
        all.put("NotEqual", ArithmeticOps::different);
        all.put("Prelu", (node, inputs, graph) -> Activation.prelu(graph, node.name(), inputs.get(0), inputs.get(1)));
        all.put("RealDiv", ArithmeticOps::quotient);
        all.put(
                "Rsqrt",
                (node, inputs, graph) -> Elementwise.unary(
                        graph,
                        "Reciprocal",
                        node.name(),
                        Elementwise.unary(graph, "Sqrt", node.name() + "/root", inputs.get(0))));
        all.put("SelectV2", ArithmeticOps::select);
        all.put("Select", ArithmeticOps::select);
        all.put(
                "Square",
                (node, inputs, graph) -> Elementwise.binary(graph, "Mul", node.name(), inputs.get(0), inputs.get(0)));
        all.put("SquaredDifference", ArithmeticOps::squaredDifference);
        Map<String, GraphOp> conversions = new HashMap<>();
        all.forEach((name, conversion) -> conversions.put(name, GraphOp.single(conversion)));
        return conversions;
    }

    private static Value sum(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value sum = inputs.get(0);
        for (Value next : inputs.subList(1, inputs.size())) {
            sum = Elementwise.binary(graph, "Add", node.name(), sum, next);
        }
        return sum;
    }

    private static Value clip(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        return Elementwise.clip(
                graph,
                node.name(),
                inputs.get(0),
                OptionalDouble.of(Lowering.known(inputs.get(1), "lower limit").value(0)),
                OptionalDouble.of(Lowering.known(inputs.get(2), "upper limit").value(0)));
    }

    /** Maximum or minimum; against a single number that is a limit, which the runtime joins with other operators. */
    private static Value bound(Lowering graph, String hint, List<Value> inputs, boolean lower) throws ForgeException {
        for (int i = 0; i < 2; i++) {
            Value number = inputs.get(i);
            Value other = inputs.get(1 - i);
            if (number.isConstant()
                    && number.type() == ElementType.FLOAT
                    && number.constant().get().size() == 1
                    && number.rank() <= other.rank()) {
                OptionalDouble limit = OptionalDouble.of(number.constant().get().value(0));
                return lower
                        ? Elementwise.clip(graph, hint, other, limit, OptionalDouble.empty())
                        : Elementwise.clip(graph, hint, other, OptionalDouble.empty(), limit);
            }
        }
        return Elementwise.binary(graph, lower ? "Max" : "Min", hint, inputs.get(0), inputs.get(1));
    }

    /** The quotient, 0 where the divisor is 0. */
    private static Value safeQuotient(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        String hint = node.name();
        Value divisor = inputs.get(1);
        Value zero = Value.of(Constant.scalar(0));
        Value undefined =
                Elementwise.combine(graph, "Equal", hint + "/undefined", List.of(divisor, zero), ElementType.BOOLEAN);
        Value quotient = Elementwise.binary(graph, "Div", hint + "/quotient", inputs.get(0), divisor);
        return Elementwise.combine(graph, "Where", hint, List.of(undefined, zero, quotient), ElementType.FLOAT);
    }

    private static Value quotient(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        if (inputs.get(0).type() == ElementType.INTEGER) {
            return floorQuotient(node, inputs, graph);
        }
        return Elementwise.binary(graph, "Div", node.name(), inputs.get(0), inputs.get(1));
    }

    /** The quotient rounded down; ONNX rounds that of integers towards zero, therefore without remainder. */
    private static Value floorQuotient(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value a = inputs.get(0);
        Value b = inputs.get(1);
        String hint = node.name();
        if (a.type() == ElementType.INTEGER) {
            Value whole = Elementwise.binary(
                    graph, "Sub", hint + "/multiple", a, remainder(graph, hint + "/remainder", a, b));
            return Elementwise.binary(graph, "Div", hint, whole, b);
        }
        Value quotient = Elementwise.binary(graph, "Div", hint + "/quotient", a, b);
        return Elementwise.unary(graph, "Floor", hint, quotient);
    }

    /** The remainder with the sign of the divisor. */
    private static Value remainder(Lowering graph, String hint, Value a, Value b) throws ForgeException {
        if (a.type() == ElementType.INTEGER) {
            return Elementwise.binary(graph, "Mod", hint, a, b);
        }
        Value quotient = Elementwise.binary(graph, "Div", hint + "/quotient", a, b);
        Value floor = Elementwise.unary(graph, "Floor", hint + "/floor", quotient);
        Value multiple = Elementwise.binary(graph, "Mul", hint + "/multiple", floor, b);
        return Elementwise.binary(graph, "Sub", hint, a, multiple);
    }

    /** operator(x + before) + after. */
    private static Value shifted(Lowering graph, String operator, String hint, Value x, float before, float after)
            throws ForgeException {
        Value moved = before == 0
                ? x
                : Elementwise.binary(graph, "Add", hint + "/moved", x, Value.of(Constant.scalar(before)));
        Value result = Elementwise.unary(graph, operator, hint, moved);
        return after == 0
                ? result
                : Elementwise.binary(graph, "Add", hint + "/shifted", result, Value.of(Constant.scalar(after)));
    }

    private static Value different(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value equal = Elementwise.combine(graph, "Equal", node.name() + "/equal", inputs, ElementType.BOOLEAN);
        return Elementwise.unary(graph, "Not", node.name(), equal);
    }

    private static Value select(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        if (node.operator().equals("Select")
                && inputs.get(0).rank() != 0
                && !inputs.get(0).dims().equals(inputs.get(1).dims())) {
            throw new ForgeException("the condition " + inputs.get(0) + " has not the dimensions of " + inputs.get(1));
        }
        return Elementwise.combine(
                graph, "Where", node.name(), inputs, inputs.get(1).type());
    }

    private static Value squaredDifference(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value difference = Elementwise.binary(graph, "Sub", node.name() + "/difference", inputs.get(0), inputs.get(1));
        return Elementwise.binary(graph, "Mul", node.name(), difference, difference);
    }
}
