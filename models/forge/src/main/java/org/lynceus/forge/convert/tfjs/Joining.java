package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Operators that put tensors together or make them larger. */
final class Joining {
    private Joining() {}

    /** Puts tensors behind each other along a dimension. */
    static Value concat(Lowering graph, String hint, List<Value> parts, long along) throws ForgeException {
        Value first =
                parts.stream().filter(part -> !part.isConstant()).findFirst().orElse(parts.get(0));
        int axis = Lowering.axis(along, first.rank());
        long size = 0;
        List<String> names = new ArrayList<>();
        for (Value part : parts) {
            if (part.rank() != first.rank() || part.dims().get(axis) < 0) {
                throw new ForgeException(part + " cannot be put behind others along dimension " + axis);
            }
            for (int other = 0; other < first.rank(); other++) {
                if (other != axis && !part.dims().get(other).equals(first.dims().get(other))) {
                    throw new ForgeException(part + " and " + first + " differ in dimension " + other);
                }
            }
            size += part.dims().get(axis);
            names.add(graph.name(part, first.home()));
        }
        List<Long> dims = new ArrayList<>(first.dims());
        dims.set(axis, size);
        return graph.define(
                "Concat",
                hint,
                names,
                dims,
                first.type(),
                first.home(),
                Attributes.integer("axis", first.home().position(axis)));
    }

    /** Puts tensors of the same dimensions side by side along a new dimension. */
    static Value pack(Lowering graph, String hint, List<Value> parts, long axis) throws ForgeException {
        List<Value> raised = new ArrayList<>();
        for (Value part : parts) {
            raised.add(Reshaping.expand(graph, hint + "/part", part, axis));
        }
        return concat(graph, hint, raised, axis);
    }

    /**
     * Adds a border.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param amounts entries before and after, for each dimension in turn
     * @param mode {@code constant} or {@code reflect}
     * @param fill the border's values when they are not zero
     * @return the result
     */
    static Value pad(Lowering graph, String hint, Value x, long[] amounts, String mode, Optional<Constant> fill)
            throws ForgeException {
        int rank = x.rank();
        if (amounts.length != 2 * rank || (x.freeBatch() && (amounts[0] != 0 || amounts[1] != 0))) {
            throw new ForgeException("the padding " + Arrays.toString(amounts) + " does not fit " + x);
        }
        List<Long> dims = new ArrayList<>(x.dims());
        long[] pads = new long[2 * rank];
        for (int position = 0; position < rank; position++) {
            int axis = x.home().axes().get(position);
            pads[position] = amounts[2 * axis];
            pads[rank + position] = amounts[2 * axis + 1];
            if (pads[position] != 0 || pads[rank + position] != 0) {
                dims.set(axis, dims.get(axis) + pads[position] + pads[rank + position]);
            }
        }
        List<String> inputs =
                new ArrayList<>(List.of(graph.name(x, x.home()), graph.initializer(hint + "/pads", Constant.of(pads))));
        fill.ifPresent(values -> inputs.add(graph.initializer(hint + "/fill", values)));
        return graph.define("Pad", hint, inputs, dims, x.type(), x.home(), Attributes.text("mode", mode));
    }

    /** Repeats a tensor along its dimensions. */
    static Value tile(Lowering graph, String hint, Value x, long[] repeats) throws ForgeException {
        if (repeats.length != x.rank() || (x.freeBatch() && repeats[0] != 1)) {
            throw new ForgeException(Arrays.toString(repeats) + " repetitions do not fit " + x);
        }
        List<Long> dims = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            dims.add(repeats[axis] == 1 ? x.dims().get(axis) : x.dims().get(axis) * repeats[axis]);
        }
        String counts = graph.initializer(hint + "/repeats", Constant.of(repeats));
        return graph.define("Tile", hint, List.of(graph.name(x), counts), dims, x);
    }

    /** Repeats dimensions of size 1 until the tensor has the given dimensions. */
    static Value broadcastTo(Lowering graph, String hint, Value x, long[] shape) throws ForgeException {
        List<Long> dims = Arrays.stream(shape).boxed().toList();
        String target = graph.initializer(hint + "/shape", Constant.of(shape));
        if (dims.stream().anyMatch(size -> size < 0)) {
            throw new ForgeException(x + " cannot be repeated for a free batch");
        }
        return graph.define("Expand", hint, List.of(graph.name(x), target), dims, x);
    }
}
