package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/** PAD with zeros; face models pad channels, others rows and columns. */
final class Pad implements OpConverter {
    private static final int[] CHANNELS_FIRST = {0, 3, 1, 2};

    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] paddings = operator.input(1).integers();
        if (input.shape().size() != 4 || paddings.length != 8) {
            throw new ForgeException("only four-dimensional padding has a conversion, not " + operator.input(1));
        }
        long[] pads = new long[8];
        for (int axis = 0; axis < 4; axis++) {
            pads[axis] = paddings[2 * CHANNELS_FIRST[axis]];
            pads[axis + 4] = paddings[2 * CHANNELS_FIRST[axis] + 1];
        }
        GraphBuilder onnx = context.onnx();
        String amounts = onnx.constant(operator.input(1).name(), pads);
        context.define(
                output,
                onnx.node(
                        "Pad",
                        output.name(),
                        List.of(context.value(input, Layout.NCHW), amounts),
                        Attributes.text("mode", "constant")),
                Layout.NCHW);
    }
}
