package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;

/**
 * StridedSlice: a part of every dimension, as Python's {@code x[a:b:c, i, ..., newaxis]} writes it.
 *
 * <p>One bit of each mask stands for one entry of the specification.
 */
final class StridedSlice {
    private final Value x;
    private final List<Slicing.Range> ranges = new ArrayList<>();
    private final List<Integer> vanishing = new ArrayList<>();
    private final List<Integer> inserted = new ArrayList<>();

    private StridedSlice(Value x) {
        this.x = x;
    }

    /** Converts the operator. */
    static Value convert(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        StridedSlice slice = new StridedSlice(inputs.get(0));
        slice.read(
                node,
                Lowering.integers(inputs.get(1), "begin"),
                Lowering.integers(inputs.get(2), "end"),
                Lowering.integers(inputs.get(3), "stride"));
        Value part = Slicing.apply(graph, node.name(), slice.x, slice.ranges);
        if (!slice.vanishing.isEmpty()) {
            part = Reduction.squeeze(graph, node.name(), part, slice.vanishing);
        }
        for (int axis : slice.inserted) {
            part = Reshaping.expand(graph, node.name() + "/expanded", part, axis);
        }
        return part;
    }

    private void read(GraphNode node, long[] begin, long[] end, long[] stride) throws ForgeException {
        long ellipsis = node.integer("ellipsis_mask", 0);
        long fresh = node.integer("new_axis_mask", 0);
        long single = node.integer("shrink_axis_mask", 0);
        int real = begin.length - Long.bitCount(fresh & mask(begin.length)) - Long.bitCount(ellipsis);
        int axis = 0;
        int result = 0;
        for (int i = 0; i < begin.length; i++) {
            if (set(ellipsis, i)) {
                axis += x.rank() - real;
                result += x.rank() - real;
            } else if (set(fresh, i)) {
                inserted.add(result++);
            } else {
                boolean openBegin = set(node.integer("begin_mask", 0), i);
                boolean openEnd = set(node.integer("end_mask", 0), i);
                if (set(single, i)) {
                    entry(Lowering.axis(axis++, x.rank()), begin[i]);
                } else {
                    range(Lowering.axis(axis++, x.rank()), begin[i], end[i], stride[i], openBegin, openEnd);
                    result++;
                }
            }
        }
    }

    private void entry(int axis, long index) throws ForgeException {
        long size = x.dims().get(axis);
        long begin = index < 0 ? index + size : index;
        if (size < 0) {
            throw new ForgeException("an entry of the free batch of " + x + " is asked for");
        }
        ranges.add(new Slicing.Range(axis, begin, 1, 1));
        vanishing.add(axis);
    }

    private void range(int axis, long begin, long end, long step, boolean openBegin, boolean openEnd)
            throws ForgeException {
        long size = x.dims().get(axis);
        if (step == 0) {
            throw new ForgeException("a step of 0 has no meaning");
        }
        if (size < 0) {
            if (!(openBegin || begin == 0) || !openEnd || step != 1) {
                throw new ForgeException("a part of the free batch of " + x + " is asked for");
            }
            return;
        }
        long low = step > 0 ? 0 : -1;
        long high = step > 0 ? size : size - 1;
        long from = openBegin ? (step > 0 ? low : high) : clamp(begin < 0 ? begin + size : begin, low, high);
        long to = openEnd ? (step > 0 ? high : low) : clamp(end < 0 ? end + size : end, low, high);
        long count = Math.max(0, Math.floorDiv(to - from + step - Long.signum(step), step));
        ranges.add(new Slicing.Range(axis, from, count, step));
    }

    private static long clamp(long value, long low, long high) {
        return Math.min(Math.max(value, low), high);
    }

    private static boolean set(long mask, int bit) {
        return (mask >> bit & 1) == 1;
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
