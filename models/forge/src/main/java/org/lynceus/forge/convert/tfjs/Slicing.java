package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;

/** Operators that take parts of a tensor. */
final class Slicing {
    private Slicing() {}

    /**
     * A part of one dimension.
     *
     * @param axis the dimension
     * @param begin index of the first entry
     * @param count number of entries
     * @param step distance of the entries; negative to go backwards
     */
    record Range(int axis, long begin, long count, long step) {
        /** Where a slice ends, exclusive; ONNX cuts what lies before the first entry. */
        long end() {
            long end = begin + count * step;
            return end < 0 ? Long.MIN_VALUE / 2 : end;
        }
    }

    /**
     * Takes parts of some dimensions.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param x the operand
     * @param ranges the parts; dimensions without one stay whole
     * @return the result; the operand where nothing is taken away
     * @throws ForgeException when a part lies outside
     */
    static Value apply(Lowering graph, String hint, Value x, List<Range> ranges) throws ForgeException {
        List<Long> dims = new ArrayList<>(x.dims());
        List<Range> real = new ArrayList<>();
        for (Range range : ranges) {
            long size = x.dims().get(range.axis());
            long last = range.begin() + (range.count() - 1) * range.step();
            if (range.count() < 0
                    || (range.count() > 0
                            && (range.begin() < 0 || last < 0 || range.begin() >= size || last >= size))) {
                throw new ForgeException("the part " + range + " lies outside of " + x);
            }
            dims.set(range.axis(), range.count());
            if (range.count() != size || range.step() != 1) {
                real.add(range);
            }
        }
        if (real.isEmpty()) {
            return x;
        }
        List<String> inputs = List.of(
                graph.name(x, x.home()),
                list(graph, hint, "/begins", real.stream().map(Range::begin).toList()),
                list(graph, hint, "/ends", real.stream().map(Range::end).toList()),
                list(
                        graph,
                        hint,
                        "/axes",
                        real.stream()
                                .map(range -> (long) x.home().position(range.axis()))
                                .toList()),
                list(graph, hint, "/steps", real.stream().map(Range::step).toList()));
        return graph.define("Slice", hint, inputs, dims, x.type(), x.home());
    }

    /** Cuts a dimension into consecutive parts. */
    static List<Value> split(Lowering graph, String hint, Value x, long along, long[] sizes) throws ForgeException {
        int axis = Lowering.axis(along, x.rank());
        long open = x.dims().get(axis);
        for (long size : sizes) {
            open -= Math.max(size, 0);
        }
        List<Value> parts = new ArrayList<>();
        long begin = 0;
        for (long size : sizes) {
            long count = size < 0 ? open : size;
            parts.add(apply(graph, hint, x, List.of(new Range(axis, begin, count, 1))));
            begin += count;
        }
        if (begin != x.dims().get(axis)) {
            throw new ForgeException("the parts do not add up to dimension " + axis + " of " + x);
        }
        return parts;
    }

    /** Cuts a dimension into its entries; the dimension vanishes. */
    static List<Value> unpack(Lowering graph, String hint, Value x, long along) throws ForgeException {
        int axis = Lowering.axis(along, x.rank());
        if (x.dims().get(axis) < 0) {
            throw new ForgeException("the free batch of " + x + " cannot be cut into its entries");
        }
        List<Value> entries = new ArrayList<>();
        for (long i = 0; i < x.dims().get(axis); i++) {
            Value entry = apply(graph, hint, x, List.of(new Range(axis, i, 1, 1)));
            entries.add(Reduction.squeeze(graph, hint, entry, List.of(axis)));
        }
        return entries;
    }

    private static String list(Lowering graph, String hint, String suffix, List<Long> values) {
        return graph.initializer(
                hint + suffix,
                Constant.of(values.stream().mapToLong(Long::longValue).toArray()));
    }
}
