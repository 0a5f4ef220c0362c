package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.Pool2DOptions;

/** MAX_POOL_2D. */
final class MaxPool implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        Pool2DOptions options = operator.options(new Pool2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        long[] kernel = {options.filterHeight(), options.filterWidth()};
        long[] stride = {options.strideH(), options.strideW()};
        GraphBuilder onnx = context.onnx();
        String result = onnx.node(
                "MaxPool",
                output.name(),
                List.of(context.value(input, Layout.NCHW)),
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("pads", Window.pads(options.padding(), input, kernel, stride, new long[] {1, 1})));
        context.define(output, Activations.apply(onnx, result, options.fusedActivationFunction()), Layout.NCHW);
    }
}
