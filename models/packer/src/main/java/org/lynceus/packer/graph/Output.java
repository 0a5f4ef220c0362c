package org.lynceus.packer.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a graph gave at one output.
 *
 * @param name of the output
 * @param shape its extents
 * @param values row-major
 */
public record Output(String name, List<Long> shape, float[] values) {
    /** Copies the shape. */
    public Output {
        shape = List.copyOf(shape);
    }

    /** Number of axes. */
    public int rank() {
        return shape.size();
    }

    /**
     * An extent.
     *
     * @param axis from 0; negative from the end, −1 is the last
     * @return 1 where there is no such axis
     */
    public long axis(int axis) {
        int at = axis < 0 ? shape.size() + axis : axis;
        return at < 0 || at >= shape.size() ? 1 : shape.get(at);
    }

    /** Name and shape, for people. */
    @Override
    public String toString() {
        return name + " " + shape.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
