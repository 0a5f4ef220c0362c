package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lynceus.forge.ForgeException;

/** TensorFlow operators that move, select and reduce values. */
final class ShapeOps {
    private static final Map<String, String> REDUCTIONS = Map.of(
            "EuclideanNorm", "ReduceL2",
            "Max", "ReduceMax",
            "Mean", "ReduceMean",
            "Min", "ReduceMin",
            "Prod", "ReduceProd",
            "Sum", "ReduceSum");

    private ShapeOps() {}

    /** The conversions by operator. */
    static Map<String, GraphOp> all() {
        Map<String, GraphOp> all = new HashMap<>();
        single().forEach((name, conversion) -> all.put(name, GraphOp.single(conversion)));
        all.put("Split", (node, inputs, graph) -> {
            int axis = Lowering.axis(
                    Lowering.integers(inputs.get(0), "axis")[0], inputs.get(1).rank());
            long parts = node.integer("num_split", 1);
            long each = inputs.get(1).dims().get(axis) / Math.max(parts, 1);
            return Slicing.split(
                    graph,
                    node.name(),
                    inputs.get(1),
                    axis,
                    LongStream.generate(() -> each).limit(parts).toArray());
        });
        all.put(
                "SplitV",
                (node, inputs, graph) -> Slicing.split(
                        graph,
                        node.name(),
                        inputs.get(0),
                        Lowering.integers(inputs.get(2), "axis")[0],
                        Lowering.integers(inputs.get(1), "sizes")));
        all.put(
                "Unpack",
                (node, inputs, graph) -> Slicing.unpack(graph, node.name(), inputs.get(0), node.integer("axis", 0)));
        return all;
    }

    private static Map<String, GraphOp.Single> single() {
        Map<String, GraphOp.Single> all = new HashMap<>();
        REDUCTIONS.forEach((name, operator) -> all.put(
                name,
                (node, inputs, graph) -> Reduction.apply(
                        graph,
                        operator,
                        node.name(),
                        inputs.get(0),
                        Lowering.integers(inputs.get(1), "axes"),
                        node.flag("keep_dims"))));
        for (String name : List.of("ArgMax", "ArgMin")) {
            all.put(
                    name,
                    (node, inputs, graph) -> Reduction.index(
                            graph, name, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "axis")[0]));
        }
        all.put(
                "BroadcastTo",
                (node, inputs, graph) -> Joining.broadcastTo(
                        graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "shape")));
        all.put(
                "Concat",
                (node, inputs, graph) -> Joining.concat(
                        graph,
                        node.name(),
                        inputs.subList(1, inputs.size()),
                        Lowering.integers(inputs.get(0), "axis")[0]));
        all.put(
                "ConcatV2",
                (node, inputs, graph) -> Joining.concat(
                        graph,
                        node.name(),
                        inputs.subList(0, inputs.size() - 1),
                        Lowering.integers(inputs.get(inputs.size() - 1), "axis")[0]));
        all.put(
                "ExpandDims",
                (node, inputs, graph) -> Reshaping.expand(
                        graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "axis")[0]));
        all.put("Fill", (node, inputs, graph) -> fill(inputs));
        all.put(
                "Gather",
                (node, inputs, graph) -> Gathering.along(graph, node.name(), inputs.get(0), inputs.get(1), 0));
        all.put("GatherNd", (node, inputs, graph) -> Gathering.nd(graph, node.name(), inputs.get(0), inputs.get(1)));
        all.put("GatherV2", ShapeOps::gather);
        all.put("MirrorPad", ShapeOps::mirror);
        all.put("Pack", (node, inputs, graph) -> Joining.pack(graph, node.name(), inputs, node.integer("axis", 0)));
        all.put("Pad", (node, inputs, graph) -> pad(node, inputs, graph, Optional.empty()));
        all.put(
                "PadV2",
                (node, inputs, graph) ->
                        pad(node, inputs, graph, Optional.of(Lowering.known(inputs.get(2), "value of the border"))));
        all.put("Range", (node, inputs, graph) -> range(inputs));
        all.put(
                "Reshape",
                (node, inputs, graph) ->
                        Reshaping.apply(graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "shape")));
        all.put("Shape", (node, inputs, graph) -> shape(inputs.get(0)));
        all.put("Slice", ShapeOps::slice);
        all.put("SparseToDense", (node, inputs, graph) -> dense(inputs));
        all.put(
                "Squeeze",
                (node, inputs, graph) -> Reshaping.squeeze(graph, node.name(), inputs.get(0), squeezed(node)));
        all.put("StridedSlice", StridedSlice::convert);
        all.put(
                "Tile",
                (node, inputs, graph) -> Joining.tile(
                        graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "repetitions")));
        all.put("Transpose", (node, inputs, graph) -> transpose(inputs));
        return all;
    }

    private static Value transpose(List<Value> inputs) throws ForgeException {
        long[] axes = Lowering.integers(inputs.get(1), "permutation");
        Value x = inputs.get(0);
        boolean complete = Arrays.stream(axes).distinct().count() == x.rank()
                && axes.length == x.rank()
                && Arrays.stream(axes).allMatch(axis -> axis >= 0 && axis < x.rank());
        if (!complete) {
            throw new ForgeException(Arrays.toString(axes) + " is no order of the dimensions of " + x);
        }
        return x.transpose(
                new Permutation(Arrays.stream(axes).mapToObj(axis -> (int) axis).toList()));
    }

    private static long[] squeezed(GraphNode node) {
        long[] axes = node.integers("squeeze_dims");
        return axes.length == 0 ? node.integers("axis") : axes;
    }

    /** The dimensions as a constant, with -1 for a free batch: Reshape understands it. */
    private static Value shape(Value x) {
        return Value.of(Constant.of(x.dims().stream().mapToLong(Long::longValue).toArray()));
    }

    private static Value fill(List<Value> inputs) throws ForgeException {
        long[] dims = Lowering.integers(inputs.get(0), "shape");
        Constant value = Lowering.known(inputs.get(1), "value");
        if (LongStream.of(dims).anyMatch(size -> size < 0)) {
            throw new ForgeException("a free batch cannot be filled");
        }
        int size = Math.toIntExact(LongStream.of(dims).reduce(1, Math::multiplyExact));
        return Value.of(value.pick(Arrays.stream(dims).boxed().toList(), new int[size]));
    }

    private static Value range(List<Value> inputs) throws ForgeException {
        long start = Lowering.integers(inputs.get(0), "start")[0];
        long limit = Lowering.integers(inputs.get(1), "limit")[0];
        long step = Lowering.integers(inputs.get(2), "step")[0];
        if (step == 0) {
            throw new ForgeException("a step of 0 has no meaning");
        }
        long count = Math.max(0, (limit - start + step - Long.signum(step)) / step);
        return Value.of(Constant.of(
                LongStream.range(0, count).map(i -> start + i * step).toArray()));
    }

    private static Value gather(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        if (node.integer("batch_dims", 0) != 0) {
            throw new ForgeException("batch_dims other than 0 have no conversion");
        }
        long axis = inputs.size() > 2 ? Lowering.integers(inputs.get(2), "axis")[0] : 0;
        return Gathering.along(graph, node.name(), inputs.get(0), inputs.get(1), axis);
    }

    private static Value pad(GraphNode node, List<Value> inputs, Lowering graph, Optional<Constant> fill)
            throws ForgeException {
        return Joining.pad(
                graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "padding"), "constant", fill);
    }

    private static Value mirror(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        String mode = node.text("mode", "REFLECT").toLowerCase(Locale.ROOT);
        if (!mode.equals("reflect")) {
            throw new ForgeException("the mode " + mode + " has no conversion");
        }
        return Joining.pad(
                graph, node.name(), inputs.get(0), Lowering.integers(inputs.get(1), "padding"), mode, Optional.empty());
    }

    private static Value slice(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        long[] begin = Lowering.integers(inputs.get(1), "begin");
        long[] size = Lowering.integers(inputs.get(2), "size");
        if (begin.length != x.rank() || size.length != x.rank()) {
            throw new ForgeException("begin and size do not fit " + x);
        }
        List<Slicing.Range> ranges = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            boolean whole = begin[axis] == 0 && size[axis] < 0;
            if (!whole) {
                long count = size[axis] < 0 ? x.dims().get(axis) - begin[axis] : size[axis];
                ranges.add(new Slicing.Range(axis, begin[axis], count, 1));
            }
        }
        return Slicing.apply(graph, node.name(), x, ranges);
    }

    /** A constant of one value with some entries replaced, as old exporters compute shapes. */
    private static Value dense(List<Value> inputs) throws ForgeException {
        Constant indices = Lowering.known(inputs.get(0), "indices");
        long[] dims = Lowering.integers(inputs.get(1), "shape");
        Constant values = Lowering.known(inputs.get(2), "values");
        Constant fill = Lowering.known(inputs.get(3), "default");
        int size = Math.toIntExact(LongStream.of(dims).reduce(1, Math::multiplyExact));
        int[] source = new int[size];
        int depth = dims.length;
        int count = depth == 0 ? 0 : indices.size() / depth;
        for (int i = 0; i < count; i++) {
            long index = 0;
            for (int axis = 0; axis < depth; axis++) {
                long position = indices.integers()[i * depth + axis];
                if (position < 0 || position >= dims[axis]) {
                    throw new ForgeException("the index " + position + " lies outside of " + Arrays.toString(dims));
                }
                index = index * dims[axis] + position;
            }
            source[(int) index] = 1 + (values.size() == 1 ? 0 : i);
        }
        return Value.of(join(fill, values).pick(Arrays.stream(dims).boxed().toList(), source));
    }

    /** The first value of one constant, then all of another. */
    private static Constant join(Constant first, Constant others) {
        long size = 1L + others.size();
        if (first.type() == ElementType.FLOAT) {
            float[] values = new float[(int) size];
            values[0] = first.floats()[0];
            System.arraycopy(others.floats(), 0, values, 1, others.size());
            return Constant.of(List.of(size), values);
        }
        long[] values = IntStream.range(0, (int) size)
                .mapToLong(i -> i == 0 ? first.integers()[0] : others.integers()[i - 1])
                .toArray();
        return new Constant(List.of(size), first.type(), new float[0], values);
    }
}
