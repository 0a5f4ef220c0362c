package org.lynceus.forge.convert.tfjs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A tensor of the model that is converted: either known already, or computed by the ONNX graph.
 *
 * @param dims its dimensions in the order of the model; -1 in front for a free batch dimension
 * @param type the kind of its values
 * @param constant its values, when they are known
 * @param home the order of the dimensions in which the ONNX graph has computed it
 * @param name the name of the ONNX value in that order; empty for a constant
 */
record Value(List<Long> dims, ElementType type, Optional<Constant> constant, Permutation home, String name) {
    Value {
        dims = List.copyOf(dims);
    }

    static Value of(Constant constant) {
        return new Value(
                constant.dims(),
                constant.type(),
                Optional.of(constant),
                Permutation.identity(constant.dims().size()),
                "");
    }

    static Value computed(List<Long> dims, ElementType type, Permutation home, String name) {
        return new Value(dims, type, Optional.empty(), home, name);
    }

    int rank() {
        return dims.size();
    }

    boolean isConstant() {
        return constant.isPresent();
    }

    /** Whether the first dimension is a free batch dimension. */
    boolean freeBatch() {
        return !dims.isEmpty() && dims.get(0) < 0;
    }

    /** The same tensor with its dimensions in another order: costs nothing until somebody needs that order. */
    Value transpose(Permutation order) {
        return constant.isPresent()
                ? of(constant.get().transpose(order))
                : computed(order.apply(dims), type, order.inverse().then(home), name);
    }

    @Override
    public String toString() {
        String shape = dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        return (constant.isPresent() ? "constant" : "tensor '" + name + "'") + " " + type + shape;
    }
}
