package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;

/** RELU. */
final class Relu implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        Layout layout = context.layout(input);
        context.define(
                output, context.onnx().node("Relu", output.name(), List.of(context.value(input, layout))), layout);
    }
}
