package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;

/** PRELU with one slope per channel, stored as 1, 1, channels. */
final class PRelu implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor slope = operator.input(1);
        TfliteTensor output = operator.output();
        int channels = input.shape().get(input.shape().size() - 1);
        if (slope.size() != channels || input.shape().size() != 4) {
            throw new ForgeException(slope + " does not hold one slope per channel of " + input);
        }
        GraphBuilder onnx = context.onnx();
        String slopes = onnx.constant(slope.name(), context.constant(slope), channels, 1, 1);
        context.define(
                output,
                onnx.node("PRelu", output.name(), List.of(context.value(input, Layout.NCHW), slopes)),
                Layout.NCHW);
    }
}
