package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;

/** PRELU, with one slope per channel (stored as 1, 1, channels) or any other shape that fits the input. */
final class PRelu {
    private PRelu() {}

    /** Inputs: the value and the slopes. */
    static void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor slope = operator.input(1);
        TfliteTensor output = operator.output();
        GraphBuilder onnx = context.onnx();
        if (input.rank() == 4 && context.isConstant(slope)) {
            float[] values = context.constant(slope);
            if (values.length == input.dim(3) && slope.dim(-1) == values.length) {
                String slopes = onnx.constant(slope.name(), values, values.length, 1, 1);
                String value = context.value(input, Layout.NCHW);
                context.define(output, onnx.node("PRelu", output.name(), List.of(value, slopes)), Layout.NCHW);
                return;
            }
        }
        for (int axis = 1; axis <= slope.rank(); axis++) {
            if (slope.rank() > input.rank() || slope.dim(-axis) != 1 && slope.dim(-axis) != input.dim(-axis)) {
                throw new ForgeException(slope + " does not fit " + input);
            }
        }
        String activated = onnx.node("PRelu", output.name(), List.of(context.value(input), context.value(slope)));
        context.define(output, activated, Layout.NHWC);
    }
}
