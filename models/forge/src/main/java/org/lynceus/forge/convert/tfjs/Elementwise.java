package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Operators that compute each value of the result on its own. */
final class Elementwise {
    private Elementwise() {}

    /** Adds an operator with one operand; the result has its type and dimensions. */
    static Value unary(Lowering graph, String operator, String hint, Value x, AttributeProto... attributes) {
        return graph.define(operator, hint, List.of(graph.name(x, x.home())), x.dims(), x.type(), x.home(), attributes);
    }

    /** Adds an operator with two operands of one type, which broadcast; the result has their type. */
    static Value binary(Lowering graph, String operator, String hint, Value a, Value b) throws ForgeException {
        return combine(graph, operator, hint, List.of(a, b), a.type());
    }

    /**
     * Adds an operator whose operands broadcast against each other.
     *
     * @param graph the graph
     * @param operator the ONNX operator
     * @param hint what the name of the result should look like
     * @param operands its operands
     * @param type the type of the result
     * @return the result
     * @throws ForgeException when the dimensions do not broadcast
     */
    static Value combine(Lowering graph, String operator, String hint, List<Value> operands, ElementType type)
            throws ForgeException {
        List<Long> dims = broadcast(operands);
        Permutation order = order(operands, dims.size());
        List<String> names = new ArrayList<>();
        for (Value operand : operands) {
            names.add(graph.aligned(hint + "/operand", operand, order));
        }
        return graph.define(operator, hint, names, dims, type, order);
    }

    /** Limits values to a range; a side may be open. */
    static Value clip(Lowering graph, String hint, Value x, OptionalDouble low, OptionalDouble high) {
        List<String> inputs = new ArrayList<>(List.of(graph.name(x, x.home())));
        inputs.add(low.isPresent() ? graph.initializer(hint + "/low", Constant.scalar((float) low.getAsDouble())) : "");
        if (high.isPresent()) {
            inputs.add(graph.initializer(hint + "/high", Constant.scalar((float) high.getAsDouble())));
        }
        return graph.define("Clip", hint, inputs, x.dims(), x.type(), x.home());
    }

    /** Converts values to another type; towards zero where fractions are lost. */
    static Value cast(Lowering graph, String hint, Value x, ElementType type) {
        if (x.type() == type) {
            return x;
        }
        return graph.define(
                "Cast",
                hint,
                List.of(graph.name(x, x.home())),
                x.dims(),
                type,
                x.home(),
                Attributes.integer("to", type.onnx()));
    }

    /** The dimensions of operands that broadcast against each other. */
    static List<Long> broadcast(List<Value> operands) throws ForgeException {
        int rank = operands.stream().mapToInt(Value::rank).max().orElse(0);
        List<Long> dims = new ArrayList<>(Stream.generate(() -> 1L).limit(rank).toList());
        for (Value operand : operands) {
            for (int i = 0; i < operand.rank(); i++) {
                int axis = rank - operand.rank() + i;
                long size = operand.dims().get(i);
                if (size != 1 && dims.get(axis) != 1 && dims.get(axis) != size) {
                    throw new ForgeException("the dimensions of " + operands + " do not fit together");
                }
                if (size != 1) {
                    dims.set(axis, size);
                }
            }
        }
        return dims;
    }

    /** The order in which the first computed operand of full rank is there. */
    private static Permutation order(List<Value> operands, int rank) {
        return operands.stream()
                .filter(operand -> !operand.isConstant() && operand.rank() == rank)
                .map(Value::home)
                .findFirst()
                .orElse(Permutation.identity(rank));
    }
}
