package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** TensorFlow operators that reverse, rank and count, and that make tensors like others. */
final class SelectionOps {
    private SelectionOps() {}

    /** The conversions by operator. */
    static Map<String, GraphOp> all() {
        Map<String, GraphOp> all = new HashMap<>();
        all.put("IdentityN", (node, inputs, graph) -> inputs);
        all.put("OneHot", GraphOp.single(SelectionOps::oneHot));
        all.put("OnesLike", GraphOp.single((node, inputs, graph) -> like(node, inputs, graph, 1)));
        all.put(
                "Rank",
                GraphOp.single((node, inputs, graph) -> number(inputs.get(0).rank())));
        all.put("ReverseV2", GraphOp.single(SelectionOps::reverse));
        all.put("Size", GraphOp.single((node, inputs, graph) -> size(inputs.get(0))));
        all.put("TopKV2", SelectionOps::best);
        all.put("ZerosLike", GraphOp.single((node, inputs, graph) -> like(node, inputs, graph, 0)));
        return all;
    }

    private static Value reverse(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        List<Slicing.Range> ranges = new ArrayList<>();
        for (long along : Lowering.integers(inputs.get(1), "axes")) {
            int axis = Lowering.axis(along, x.rank());
            long size = x.dims().get(axis);
            if (size < 0) {
                throw new ForgeException("the free batch of " + x + " cannot be reversed");
            }
            ranges.add(new Slicing.Range(axis, size - 1, size, -1));
        }
        return Slicing.apply(graph, node.name(), x, ranges);
    }

    /** The largest values along the last dimension, and where they are. */
    private static List<Value> best(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        long count = Lowering.integers(inputs.get(1), "number of values")[0];
        List<Long> dims = new ArrayList<>(x.dims());
        dims.set(x.rank() - 1, count);
        List<String> names = graph.onnx()
                .nodes(
                        "TopK",
                        List.of(node.name() + "/values", node.name() + "/indices"),
                        List.of(graph.name(x), graph.initializer(node.name() + "/count", Constant.of(count))),
                        Attributes.integer("axis", x.rank() - 1L));
        Permutation order = Permutation.identity(x.rank());
        return List.of(
                Value.computed(dims, x.type(), order, names.get(0)),
                Value.computed(dims, ElementType.INTEGER, order, names.get(1)));
    }

    private static Value oneHot(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value indices = inputs.get(0);
        long depth = Lowering.integers(inputs.get(1), "depth")[0];
        Constant on = Lowering.known(inputs.get(2), "value of the entry");
        Constant off = Lowering.known(inputs.get(3), "value of the others");
        int axis = Lowering.axis(node.integer("axis", -1), indices.rank() + 1);
        List<Long> dims = new ArrayList<>(indices.dims());
        dims.add(axis, depth);
        Constant values = on.type() == ElementType.FLOAT
                ? Constant.of(List.of(2L), new float[] {off.floats()[0], on.floats()[0]})
                : Constant.of(off.integers()[0], on.integers()[0]);
        return graph.define(
                "OneHot",
                node.name(),
                List.of(
                        graph.name(indices),
                        graph.initializer(node.name() + "/depth", Constant.of(depth)),
                        graph.initializer(node.name() + "/values", values)),
                dims,
                values.type(),
                Permutation.identity(dims.size()),
                Attributes.integer("axis", axis));
    }

    /** A tensor of the same dimensions with one value everywhere. */
    private static Value like(GraphNode node, List<Value> inputs, Lowering graph, long value) throws ForgeException {
        Value x = inputs.get(0);
        Constant single = x.type() == ElementType.FLOAT
                ? Constant.scalar(value)
                : new Constant(List.of(), x.type(), new float[0], new long[] {value});
        if (!x.freeBatch()) {
            int size = Math.toIntExact(x.dims().stream().reduce(1L, Math::multiplyExact));
            return Value.of(single.pick(x.dims(), new int[size]));
        }
        Value same = Elementwise.combine(graph, "Equal", node.name() + "/same", List.of(x, x), ElementType.BOOLEAN);
        return Elementwise.combine(
                graph, "Where", node.name(), List.of(same, Value.of(single), Value.of(single)), x.type());
    }

    private static Value size(Value x) throws ForgeException {
        if (x.freeBatch()) {
            throw new ForgeException("the size of " + x + " depends on the batch");
        }
        return number(x.dims().stream().flatMapToLong(LongStream::of).reduce(1, Math::multiplyExact));
    }

    private static Value number(long value) {
        return Value.of(Constant.of(List.of(), new long[] {value}));
    }
}
