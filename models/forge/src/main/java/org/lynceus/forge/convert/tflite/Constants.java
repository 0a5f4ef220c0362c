package org.lynceus.forge.convert.tflite;

import ai.onnx.proto.OnnxMl.TensorProto;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;
import org.lynceus.forge.onnx.Tensors;

/** Brings stored tensors into an ONNX graph. */
final class Constants {
    private Constants() {}

    /**
     * Adds a constant.
     *
     * @param onnx the graph
     * @param name what its name should look like
     * @param tensor the stored tensor
     * @param layout the order of its dimensions in the graph; channels-first for four dimensions only
     * @return its name in the graph
     */
    static String add(GraphBuilder onnx, String name, TfliteTensor tensor, Layout layout) throws ForgeException {
        long[] dims = tensor.dims();
        return switch (Element.of(tensor)) {
            case REAL -> {
                float[] values = tensor.floats();
                if (layout == Layout.NHWC) {
                    yield onnx.constant(name, values, dims);
                }
                int channels = tensor.dim(3);
                int images = tensor.dim(0);
                int pixels = tensor.dim(1) * tensor.dim(2);
                yield onnx.constant(
                        name, channelsFirst(values, images, pixels, channels), dims[0], dims[3], dims[1], dims[2]);
            }
            case INT32 ->
                onnx.constant(
                        name, Tensors.integers(name, inOrder(tensor, layout).integers(), dims));
            case INT64 ->
                onnx.constant(
                        name, Tensors.integers(name, inOrder(tensor, layout).wholes(), dims));
            case BOOL ->
                onnx.constant(
                        name,
                        Tensors.bytes(
                                name,
                                TensorProto.DataType.BOOL,
                                truths(inOrder(tensor, layout).wholes()),
                                dims));
        };
    }

    /**
     * Moves the channels in front of the pixels.
     *
     * @param values images x pixels x channels
     * @return images x channels x pixels
     */
    static float[] channelsFirst(float[] values, int images, int pixels, int channels) {
        float[] moved = new float[values.length];
        for (int n = 0; n < images; n++) {
            for (int p = 0; p < pixels; p++) {
                for (int c = 0; c < channels; c++) {
                    moved[(n * channels + c) * pixels + p] = values[(n * pixels + p) * channels + c];
                }
            }
        }
        return moved;
    }

    private static TfliteTensor inOrder(TfliteTensor tensor, Layout layout) throws ForgeException {
        if (layout != Layout.NHWC) {
            throw new ForgeException(tensor + " is no image: it has no channels to move");
        }
        return tensor;
    }

    private static byte[] truths(long[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (values[i] == 0 ? 0 : 1);
        }
        return bytes;
    }
}
