package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/** SPACE_TO_BATCH_ND and BATCH_TO_SPACE_ND of images: how older files write down dilated convolutions. */
final class Batches {
    private Batches() {}

    /** SPACE_TO_BATCH_ND: pads, then makes a picture of its own of every place in the blocks. */
    static void fromSpace(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] block = block(operator, context, input);
        int[] pads = context.integers(operator.input(2));
        GraphBuilder onnx = context.onnx();
        String amounts =
                onnx.constant(output.name() + "/pads", new long[] {0, pads[0], pads[2], 0, 0, pads[1], pads[3], 0});
        String padded = onnx.node("Pad", output.name() + "/padded", List.of(context.value(input), amounts));
        long images = input.dim(0);
        long rows = output.dim(1);
        long columns = output.dim(2);
        long channels = input.dim(3);
        String parts = reshape(onnx, padded, images, rows, block[0], columns, block[1], channels);
        String moved = onnx.node(
                "Transpose", output.name() + "/moved", List.of(parts), Attributes.integers("perm", 2, 4, 0, 1, 3, 5));
        context.define(output, reshape(onnx, moved, output.dims()), Layout.NHWC);
    }

    /** BATCH_TO_SPACE_ND: the way back, then cuts the borders off. */
    static void toSpace(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] block = block(operator, context, input);
        int[] crops = context.integers(operator.input(2));
        GraphBuilder onnx = context.onnx();
        long images = output.dim(0);
        long rows = input.dim(1);
        long columns = input.dim(2);
        long channels = input.dim(3);
        String parts = reshape(onnx, context.value(input), block[0], block[1], images, rows, columns, channels);
        String moved = onnx.node(
                "Transpose", output.name() + "/moved", List.of(parts), Attributes.integers("perm", 2, 3, 0, 4, 1, 5));
        String whole = reshape(onnx, moved, images, rows * block[0], columns * block[1], channels);
        String cropped = onnx.node(
                "Slice",
                output.name(),
                List.of(
                        whole,
                        onnx.constant(output.name() + "/starts", new long[] {crops[0], crops[2]}),
                        onnx.constant(
                                output.name() + "/ends",
                                new long[] {rows * block[0] - crops[1], columns * block[1] - crops[3]}),
                        onnx.constant(output.name() + "/axes", new long[] {1, 2})));
        context.define(output, cropped, Layout.NHWC);
    }

    private static String reshape(GraphBuilder onnx, String value, long... shape) {
        return onnx.node("Reshape", value + "/parts", List.of(value, onnx.constant(value + "/shape", shape)));
    }

    private static int[] block(TfliteOperator operator, TfliteContext context, TfliteTensor input)
            throws ForgeException {
        Convolution.requireImage(input);
        Convolution.requireImage(operator.output());
        context.requireBatch(input, false);
        int[] block = context.integers(operator.input(1));
        if (block.length != 2) {
            throw new ForgeException(operator.input(1) + " does not hold rows and columns");
        }
        return block;
    }
}
