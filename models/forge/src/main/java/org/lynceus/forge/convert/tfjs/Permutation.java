package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of the dimensions of a tensor: dimension i of the reordered tensor is dimension {@code axes[i]} of the original
 * one, as for ONNX Transpose.
 *
 * @param axes every number from 0 to rank - 1 once
 */
record Permutation(List<Integer> axes) {
    /** From batch, rows, columns, channels to batch, channels, rows, columns. */
    static final Permutation CHANNELS_FIRST = new Permutation(List.of(0, 3, 1, 2));

    Permutation {
        axes = List.copyOf(axes);
    }

    /** The order that changes nothing. */
    static Permutation identity(int rank) {
        return new Permutation(IntStream.range(0, rank).boxed().toList());
    }

    boolean isIdentity() {
        return equals(identity(axes.size()));
    }

    int rank() {
        return axes.size();
    }

    /** The way back. */
    Permutation inverse() {
        return new Permutation(
                IntStream.range(0, axes.size()).mapToObj(axes::indexOf).toList());
    }

    /**
     * First this order, then another one.
     *
     * @param next an order of the reordered dimensions
     * @return the order that does both
     */
    Permutation then(Permutation next) {
        return new Permutation(next.axes.stream().map(axes::get).toList());
    }

    /** Where a dimension of the original tensor is in the reordered one. */
    int position(int axis) {
        return axes.indexOf(axis);
    }

    /** Reorders a list with one entry for each dimension. */
    <T> List<T> apply(List<T> values) {
        return axes.stream().map(values::get).toList();
    }

    /** The order of the dimensions that are left when some are taken out. */
    Permutation without(List<Integer> removed) {
        List<Integer> kept = IntStream.range(0, axes.size())
                .filter(axis -> !removed.contains(axis))
                .boxed()
                .toList();
        List<Integer> left = new ArrayList<>();
        axes.stream().filter(kept::contains).forEach(axis -> left.add(kept.indexOf(axis)));
        return new Permutation(left);
    }

    long[] toArray() {
        return axes.stream().mapToLong(Integer::longValue).toArray();
    }
}
