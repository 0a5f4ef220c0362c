package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Operators that put the values along some dimensions together. */
final class Reduction {
    private static final List<Integer> ROWS_AND_COLUMNS = List.of(2, 3);
    private static final Map<String, String> OF_WHOLE_PLANES =
            Map.of("ReduceMean", "GlobalAveragePool", "ReduceMax", "GlobalMaxPool");

    private Reduction() {}

    /**
     * Adds a reduction.
     *
     * @param graph the graph
     * @param operator the ONNX operator, such as {@code ReduceMean}
     * @param hint what names should look like
     * @param x the operand
     * @param along the dimensions that vanish; negative ones count from the end
     * @param keep whether they stay with size 1
     * @return the result
     * @throws ForgeException when there is no such dimension
     */
    static Value apply(Lowering graph, String operator, String hint, Value x, long[] along, boolean keep)
            throws ForgeException {
        List<Integer> axes = axes(x, along);
        List<Integer> physical =
                axes.stream().map(axis -> x.home().position(axis)).sorted().toList();
        List<Long> kept = new ArrayList<>(x.dims());
        axes.forEach(axis -> kept.set(axis, 1L));
        if (x.rank() == 4 && physical.equals(ROWS_AND_COLUMNS) && OF_WHOLE_PLANES.containsKey(operator)) {
            Value pooled = graph.define(
                    OF_WHOLE_PLANES.get(operator), hint, List.of(graph.name(x, x.home())), kept, x.type(), x.home());
            return keep ? pooled : squeeze(graph, hint, pooled, axes);
        }
        List<Long> dims = keep ? kept : without(x.dims(), axes);
        Permutation home = keep ? x.home() : x.home().without(axes);
        long[] positions = physical.stream().mapToLong(Integer::longValue).toArray();
        String name = graph.name(x, x.home());
        if (operator.equals("ReduceSum")) {
            return graph.define(
                    operator,
                    hint,
                    List.of(name, graph.axes(hint, positions)),
                    dims,
                    x.type(),
                    home,
                    Attributes.integer("keepdims", keep ? 1 : 0));
        }
        return graph.define(
                operator,
                hint,
                List.of(name),
                dims,
                x.type(),
                home,
                Attributes.integers("axes", positions),
                Attributes.integer("keepdims", keep ? 1 : 0));
    }

    /** The index of the largest ({@code ArgMax}) or smallest ({@code ArgMin}) value along a dimension, which vanishes. */
    static Value index(Lowering graph, String operator, String hint, Value x, long along) throws ForgeException {
        List<Integer> axes = axes(x, along);
        return graph.define(
                operator,
                hint,
                List.of(graph.name(x, x.home())),
                without(x.dims(), axes),
                ElementType.INTEGER,
                x.home().without(axes),
                Attributes.integer("axis", x.home().position(axes.get(0))),
                Attributes.integer("keepdims", 0));
    }

    /** Takes dimensions of size 1 out. */
    static Value squeeze(Lowering graph, String hint, Value x, List<Integer> axes) {
        long[] positions = axes.stream()
                .mapToLong(axis -> x.home().position(axis))
                .sorted()
                .toArray();
        return graph.define(
                "Squeeze",
                hint + "/squeezed",
                List.of(graph.name(x, x.home()), graph.axes(hint, positions)),
                without(x.dims(), axes),
                x.type(),
                x.home().without(axes));
    }

    private static List<Integer> axes(Value x, long... along) throws ForgeException {
        TreeSet<Integer> axes = new TreeSet<>();
        for (long axis : along) {
            axes.add(Lowering.axis(axis, x.rank()));
        }
        return List.copyOf(axes);
    }

    private static List<Long> without(List<Long> dims, List<Integer> axes) {
        List<Long> left = new ArrayList<>();
        for (int axis = 0; axis < dims.size(); axis++) {
            if (!axes.contains(axis)) {
                left.add(dims.get(axis));
            }
        }
        return left;
    }
}
