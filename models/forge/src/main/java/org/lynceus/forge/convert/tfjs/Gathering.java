package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Operators that look entries up by their index. */
final class Gathering {
    private Gathering() {}

    /** Entries of one dimension; the dimensions of the indices take its place. */
    static Value along(Lowering graph, String hint, Value x, Value indices, long axis) throws ForgeException {
        requireIntegers(indices);
        int position = Lowering.axis(axis, x.rank());
        List<Long> dims = new ArrayList<>(x.dims().subList(0, position));
        dims.addAll(indices.dims());
        dims.addAll(x.dims().subList(position + 1, x.rank()));
        return graph.define(
                "Gather",
                hint,
                List.of(graph.name(x), graph.name(indices)),
                dims,
                x,
                Attributes.integer("axis", position));
    }

    /** Entries of the leading dimensions; the last dimension of the indices holds one index for each of them. */
    static Value nd(Lowering graph, String hint, Value x, Value indices) throws ForgeException {
        requireIntegers(indices);
        long depth = indices.rank() == 0 ? 0 : indices.dims().get(indices.rank() - 1);
        if (depth < 1 || depth > x.rank()) {
            throw new ForgeException("the indices " + indices + " do not fit " + x);
        }
        List<Long> dims = new ArrayList<>(indices.dims().subList(0, indices.rank() - 1));
        dims.addAll(x.dims().subList((int) depth, x.rank()));
        return graph.define("GatherND", hint, List.of(graph.name(x), graph.name(indices)), dims, x);
    }

    private static void requireIntegers(Value indices) throws ForgeException {
        if (indices.type() != ElementType.INTEGER) {
            throw new ForgeException("the indices " + indices + " are not integers");
        }
    }
}
