package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;

/** DEPTHWISE_CONV_2D: the filter is stored as 1, rows, columns, outputs; every input channel is a group of its own. */
final class DepthwiseConvolution implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        DepthwiseConv2DOptions options = operator.options(new DepthwiseConv2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor filter = operator.input(1);
        TfliteTensor output = operator.output();
        int rows = filter.shape().get(1);
        int columns = filter.shape().get(2);
        int outputs = filter.shape().get(3);
        int inputs = input.shape().get(3);
        if (outputs != inputs * options.depthMultiplier()) {
            throw new ForgeException(
                    filter + " does not fit " + inputs + " channels with the multiplier " + options.depthMultiplier());
        }
        long[] kernel = {rows, columns};
        long[] stride = {options.strideH(), options.strideW()};
        long[] dilation = {options.dilationHFactor(), options.dilationWFactor()};

        GraphBuilder onnx = context.onnx();
        String weights = onnx.constant(
                filter.name(),
                outputsFirst(context.constant(filter), rows * columns, outputs),
                outputs,
                1,
                rows,
                columns);
        String bias = onnx.constant(operator.input(2).name(), context.constant(operator.input(2)), outputs);
        String result = onnx.node(
                "Conv",
                output.name(),
                List.of(context.value(input, Layout.NCHW), weights, bias),
                Attributes.integer("group", inputs),
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("dilations", dilation),
                Attributes.integers("pads", Window.pads(options.padding(), input, kernel, stride, dilation)));
        context.define(output, Activations.apply(onnx, result, options.fusedActivationFunction()), Layout.NCHW);
    }

    /** 1HWO to O1HW. */
    private static float[] outputsFirst(float[] weights, int taps, int outputs) {
        float[] moved = new float[weights.length];
        for (int tap = 0; tap < taps; tap++) {
            for (int o = 0; o < outputs; o++) {
                moved[o * taps + tap] = weights[tap * outputs + o];
            }
        }
        return moved;
    }
}
