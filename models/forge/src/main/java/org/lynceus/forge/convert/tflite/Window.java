package org.lynceus.forge.convert.tflite;

import org.lynceus.forge.ForgeException;
import org.tensorflow.lite.schema.Padding;

/**
 * The pads of a sliding window along rows and columns.
 *
 * <p>{@code SAME} gives an output of ceil(size / stride) and puts the odd pixel at the end.
 */
final class Window {
    private Window() {}

    /**
     * Computes the pads.
     *
     * @param padding a constant of {@link Padding}
     * @param input the input tensor, channels last
     * @param kernel rows and columns of the window
     * @param stride rows and columns of a step
     * @param dilation distance of the window's taps in rows and columns
     * @return top, left, bottom, right, as ONNX wants them
     */
    static long[] pads(int padding, TfliteTensor input, long[] kernel, long[] stride, long[] dilation)
            throws ForgeException {
        long[] pads = new long[4];
        if (padding == Padding.VALID) {
            return pads;
        }
        if (padding != Padding.SAME) {
            throw new ForgeException("unknown padding " + padding);
        }
        for (int axis = 0; axis < 2; axis++) {
            long size = input.shape().get(axis + 1);
            long steps = (size + stride[axis] - 1) / stride[axis];
            long extent = (kernel[axis] - 1) * dilation[axis] + 1;
            long total = Math.max((steps - 1) * stride[axis] + extent - size, 0);
            pads[axis] = total / 2;
            pads[axis + 2] = total - total / 2;
        }
        return pads;
    }
}
