package org.lynceus.inference.internal.decode;

import java.util.Arrays;
import java.util.Objects;

/**
 * One output of a graph. Its arrays are not copied: a decoder may use the values as scratch space, nobody else sees them.
 *
 * @param name of the output in the graph
 * @param shape extents of the axes, batch first; empty for a single number
 * @param values in row-major order
 */
public record Tensor(String name, long[] shape, float[] values) {
    /** Checks that there are as many values as the shape says. */
    public Tensor {
        Objects.requireNonNull(name, "name");
        if (Arrays.stream(shape).reduce(1, (one, other) -> one * other) != values.length) {
            throw new IllegalArgumentException(
                    "output " + name + " " + Arrays.toString(shape) + " has " + values.length + " values");
        }
    }

    /** Number of axes, the batch included. */
    public int rank() {
        return shape.length;
    }

    /**
     * Extent of an axis.
     *
     * @param index from 0; negative from the end, −1 is the last axis
     * @return 1 where there is no such axis
     */
    public int axis(int index) {
        int at = index < 0 ? shape.length + index : index;
        return at < 0 || at >= shape.length ? 1 : Math.toIntExact(shape[at]);
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** One value. */
    public float at(int index) {
        return values[index];
    }

    /** Name and shape, for messages. */
    @Override
    public String toString() {
        return name + " " + Arrays.toString(shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && name.equals(tensor.name)
                && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(shape), Arrays.hashCode(values));
    }
}
