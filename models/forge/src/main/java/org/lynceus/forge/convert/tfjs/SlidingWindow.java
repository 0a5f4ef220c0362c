package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/**
 * The window that a convolution or a pooling moves over rows and columns.
 *
 * @param kernel rows and columns of its taps
 * @param stride rows and columns of a step
 * @param dilation distance of the taps in rows and columns
 * @param padding what lies beyond the edge
 */
record SlidingWindow(long[] kernel, long[] stride, long[] dilation, Padding padding) {
    /**
     * What lies beyond the edge.
     *
     * @param same whether pads are chosen so that the result has ceil(size / stride) rows and columns, the odd one at the
     *     end
     * @param amounts otherwise the pads: top, left, bottom, right
     */
    record Padding(boolean same, long[] amounts) {
        static final Padding NONE = new Padding(false, new long[4]);
        static final Padding SAME = new Padding(true, new long[4]);

        /** {@code valid} or {@code same}, in any case. */
        static Padding of(String name) throws ForgeException {
            return switch (name.toUpperCase(Locale.ROOT)) {
                case "VALID" -> NONE;
                case "SAME" -> SAME;
                default -> throw new ForgeException("the padding '" + name + "' has no conversion");
            };
        }
    }

    /**
     * Computes the pads.
     *
     * @param size rows and columns of the image that the window moves over
     * @return top, left, bottom, right
     */
    long[] pads(long[] size) {
        if (!padding.same()) {
            return padding.amounts();
        }
        long[] pads = new long[4];
        for (int axis = 0; axis < 2; axis++) {
            long steps = (size[axis] + stride[axis] - 1) / stride[axis];
            long total = Math.max((steps - 1) * stride[axis] + extent(axis) - size[axis], 0);
            pads[axis] = total / 2;
            pads[axis + 2] = total - total / 2;
        }
        return pads;
    }

    /**
     * Computes the number of steps.
     *
     * @param size rows and columns of the image that the window moves over
     * @return rows and columns of the result
     */
    long[] steps(long[] size) throws ForgeException {
        long[] pads = pads(size);
        long[] steps = new long[2];
        for (int axis = 0; axis < 2; axis++) {
            long room = size[axis] + pads[axis] + pads[axis + 2] - extent(axis);
            if (room < 0) {
                throw new ForgeException(
                        "the window " + Arrays.toString(kernel) + " is larger than the image " + Arrays.toString(size));
            }
            steps[axis] = room / stride[axis] + 1;
        }
        return steps;
    }

    /** How far the taps reach along an axis. */
    long extent(int axis) {
        return (kernel[axis] - 1) * dilation[axis] + 1;
    }

    /** The window as attributes of an ONNX node, with pads. */
    List<AttributeProto> attributes(long[] pads) {
        return List.of(
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("pads", pads));
    }
}
