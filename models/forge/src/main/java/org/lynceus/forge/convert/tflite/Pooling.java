package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.tensorflow.lite.schema.Pool2DOptions;

/** AVERAGE_POOL_2D and MAX_POOL_2D; neither counts the pads. */
final class Pooling implements OpConverter {
    private final String pool;

    private Pooling(String pool) {
        this.pool = pool;
    }

    static Pooling average() {
        return new Pooling("AveragePool");
    }

    static Pooling maximum() {
        return new Pooling("MaxPool");
    }

    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        Pool2DOptions options = operator.options(new Pool2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        Convolution.requireImage(input);
        long[] kernel = {options.filterHeight(), options.filterWidth()};
        long[] stride = {options.strideH(), options.strideW()};
        String result = context.onnx()
                .node(
                        pool,
                        output.name(),
                        List.of(context.value(input, Layout.NCHW)),
                        Attributes.integers("kernel_shape", kernel),
                        Attributes.integers("strides", stride),
                        Attributes.integers(
                                "pads", Window.pads(options.padding(), input, kernel, stride, new long[] {1, 1})));
        int activation = options.fusedActivationFunction();
        context.define(output, Activations.apply(context, result, activation, output), Layout.NCHW);
    }
}
