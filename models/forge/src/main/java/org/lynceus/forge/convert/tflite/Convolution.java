package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.Conv2DOptions;

/** CONV_2D: the filter is stored as outputs, rows, columns, inputs (OHWI). */
final class Convolution implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        Conv2DOptions options = operator.options(new Conv2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor filter = operator.input(1);
        TfliteTensor output = operator.output();
        int outputs = filter.shape().get(0);
        int rows = filter.shape().get(1);
        int columns = filter.shape().get(2);
        int inputs = filter.shape().get(3);
        long[] kernel = {rows, columns};
        long[] stride = {options.strideH(), options.strideW()};
        long[] dilation = {options.dilationHFactor(), options.dilationWFactor()};

        GraphBuilder onnx = context.onnx();
        String weights = onnx.constant(
                filter.name(),
                channelsFirst(context.constant(filter), outputs, rows * columns, inputs),
                outputs,
                inputs,
                rows,
                columns);
        List<String> arguments = operator.inputs().size() > 2
                ? List.of(
                        context.value(input, Layout.NCHW),
                        weights,
                        onnx.constant(operator.input(2).name(), context.constant(operator.input(2)), outputs))
                : List.of(context.value(input, Layout.NCHW), weights);
        String result = onnx.node(
                "Conv",
                output.name(),
                arguments,
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("dilations", dilation),
                Attributes.integers("pads", Window.pads(options.padding(), input, kernel, stride, dilation)));
        context.define(output, Activations.apply(onnx, result, options.fusedActivationFunction()), Layout.NCHW);
    }

    /** OHWI to OIHW. */
    private static float[] channelsFirst(float[] weights, int outputs, int taps, int inputs) {
        float[] moved = new float[weights.length];
        for (int o = 0; o < outputs; o++) {
            for (int tap = 0; tap < taps; tap++) {
                for (int i = 0; i < inputs; i++) {
                    moved[(o * inputs + i) * taps + tap] = weights[(o * taps + tap) * inputs + i];
                }
            }
        }
        return moved;
    }
}
