package org.lynceus.forge.convert.tflite;

import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;

/** Where the dimensions of a tensor are in the ONNX graph. */
final class Axes {
    private static final int[] CHANNELS_FIRST = {0, 2, 3, 1};

    private Axes() {}

    /**
     * The place of a dimension.
     *
     * @param axis the dimension in the order of the file
     * @param layout the order in the graph
     */
    static int position(int axis, Layout layout) {
        return layout == Layout.NCHW ? CHANNELS_FIRST[axis] : axis;
    }

    /**
     * A dimension that may be counted from the end.
     *
     * @param axis the dimension, negative from the end
     * @param rank how many there are
     * @return the dimension, from the beginning
     */
    static int normal(int axis, int rank) throws ForgeException {
        int normal = axis < 0 ? axis + rank : axis;
        if (normal < 0 || normal >= rank) {
            throw new ForgeException("there is no dimension " + axis + " of " + rank);
        }
        return normal;
    }
}
