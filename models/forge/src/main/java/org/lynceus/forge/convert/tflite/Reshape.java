package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.GraphBuilder;

/** RESHAPE, on channels-last values; the first dimension is kept where it is the batch. */
final class Reshape implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        if (input.size() != output.size()) {
            throw new ForgeException(input + " cannot become " + output);
        }
        long[] shape = output.dims();
        if (context.freeBatch()) {
            if (input.shape().get(0) != 1 || output.shape().get(0) != 1) {
                throw new ForgeException("the batch of " + input + " is lost in " + output
                        + ": the graph cannot have a free batch dimension");
            }
            shape[0] = 0;
        }
        GraphBuilder onnx = context.onnx();
        context.define(
                output,
                onnx.node(
                        "Reshape",
                        output.name(),
                        List.of(context.value(input, Layout.NHWC), onnx.constant(output.name() + "/shape", shape))),
                Layout.NHWC);
    }
}
