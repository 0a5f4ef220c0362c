package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.tensorflow.lite.schema.AddOptions;

/** ADD of two computed tensors of the same shape. */
final class Add implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor first = operator.input(0);
        TfliteTensor second = operator.input(1);
        if (!first.shape().equals(second.shape())) {
            throw new ForgeException(first + " and " + second + " have different shapes");
        }
        Layout layout = context.layout(first);
        String sum = context.onnx()
                .node(
                        "Add",
                        operator.output().name(),
                        List.of(context.value(first, layout), context.value(second, layout)));
        int activation = operator.options(new AddOptions()).fusedActivationFunction();
        context.define(operator.output(), Activations.apply(context.onnx(), sum, activation), layout);
    }
}
