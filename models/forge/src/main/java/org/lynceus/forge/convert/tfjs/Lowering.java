package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * The ONNX graph under construction, and where the model's tensors are in it.
 *
 * <p>Models are written channels-last, ONNX computes channels-first. Every tensor is kept in the order of dimensions in
 * which it was computed; a Transpose is added only where an operator asks for another order, once. Transposes of the model
 * itself cost nothing for the same reason. Not thread-safe.
 */
final class Lowering {
    private final GraphBuilder onnx;
    private final Map<Placed, String> placed = new HashMap<>();

    /** A computed value, moved to another order of its dimensions. */
    private record Placed(String name, Permutation move) {}

    Lowering(GraphBuilder onnx) {
        this.onnx = onnx;
    }

    /** The graph. */
    GraphBuilder onnx() {
        return onnx;
    }

    /**
     * The name of a tensor in the order of the model.
     *
     * @param value the tensor
     * @return the ONNX value
     */
    String name(Value value) {
        return name(value, Permutation.identity(value.rank()));
    }

    /**
     * The name of a tensor in some order of its dimensions.
     *
     * @param value the tensor
     * @param order the order
     * @return the ONNX value
     */
    String name(Value value, Permutation order) {
        if (value.isConstant()) {
            return initializer("constant", value.constant().get().transpose(order));
        }
        if (order.equals(value.home())) {
            return value.name();
        }
        Permutation move = value.home().inverse().then(order);
        return placed.computeIfAbsent(
                new Placed(value.name(), move),
                key -> onnx.node(
                        "Transpose",
                        value.name() + "/transposed",
                        List.of(value.name()),
                        Attributes.integers("perm", move.toArray())));
    }

    /**
     * Adds a constant.
     *
     * @param hint what its name should look like
     * @param constant the values
     * @return the ONNX value
     */
    String initializer(String hint, Constant constant) {
        return onnx.constant(hint, constant.toProto());
    }

    /**
     * A tensor that broadcasts against others in an order of dimensions.
     *
     * @param hint what names should look like
     * @param value the tensor, of the same rank or less
     * @param order the order of the result
     * @return the ONNX value; of lower rank where leading dimensions are 1
     */
    String aligned(String hint, Value value, Permutation order) {
        int missing = order.rank() - value.rank();
        if (value.isConstant()) {
            Constant constant = value.constant().get();
            List<Long> dims = Stream.concat(Stream.generate(() -> 1L).limit(missing), constant.dims().stream())
                    .toList();
            Constant moved = constant.reshape(dims).transpose(order);
            return initializer(
                    hint,
                    moved.reshape(
                            moved.dims().stream().dropWhile(size -> size == 1).toList()));
        }
        if (missing == 0) {
            return name(value, order);
        }
        if (order.isIdentity()) {
            return name(value);
        }
        long[] leading = Stream.iterate(0L, axis -> axis + 1)
                .limit(missing)
                .mapToLong(Long::longValue)
                .toArray();
        List<Long> dims = Stream.concat(Stream.generate(() -> 1L).limit(missing), value.dims().stream())
                .toList();
        Value raised = define("Unsqueeze", hint + "/raised", List.of(name(value), axes(hint, leading)), dims, value);
        return name(raised, order);
    }

    /** A list of numbers as an input of a node. */
    String axes(String hint, long... values) {
        return initializer(hint + "/axes", Constant.of(values));
    }

    /** Adds a node whose result is in the order of the model. */
    Value define(
            String operator,
            String hint,
            List<String> inputs,
            List<Long> dims,
            Value like,
            AttributeProto... attributes) {
        return define(operator, hint, inputs, dims, like.type(), Permutation.identity(dims.size()), attributes);
    }

    /**
     * Adds a node.
     *
     * @param operator the ONNX operator
     * @param hint what the name of the result should look like
     * @param inputs names of ONNX values
     * @param dims dimensions of the result, in the order of the model
     * @param type type of the result
     * @param home the order of dimensions in which the node gives the result
     * @param attributes the node's attributes
     * @return the result
     */
    Value define(
            String operator,
            String hint,
            List<String> inputs,
            List<Long> dims,
            ElementType type,
            Permutation home,
            AttributeProto... attributes) {
        return Value.computed(dims, type, home, onnx.node(operator, hint, inputs, attributes));
    }

    /**
     * The values of a tensor that has to be known while converting.
     *
     * @param value the tensor
     * @param role what it is for, for the message
     * @return its values
     * @throws ForgeException when it is computed
     */
    static Constant known(Value value, String role) throws ForgeException {
        return value.constant()
                .orElseThrow(() -> new ForgeException("the " + role + ", " + value + ", is not a constant"));
    }

    /** The values of a list of integers that has to be known while converting. */
    static long[] integers(Value value, String role) throws ForgeException {
        Constant constant = known(value, role);
        if (constant.type() != ElementType.INTEGER) {
            throw new ForgeException("the " + role + ", " + value + ", does not consist of integers");
        }
        return constant.integers();
    }

    /** Counts a negative axis from the end. */
    static int axis(long axis, int rank) throws ForgeException {
        long counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= rank) {
            throw new ForgeException("there is no axis " + axis + " among " + rank + " dimensions");
        }
        return (int) counted;
    }
}
