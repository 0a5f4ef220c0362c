package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;

/** CONV_2D, with filters of outputs, rows, columns, inputs (OHWI), and DEPTHWISE_CONV_2D, with one filter per output. */
final class Convolution {
    private Convolution() {}

    private record Sliding(int padding, long[] stride, long[] dilation, int activation) {}

    /** CONV_2D; filters with fewer inputs than the image has channels work on groups of them. */
    static void dense(TfliteOperator operator, TfliteContext context) throws ForgeException {
        Conv2DOptions options = operator.options(new Conv2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor filter = operator.input(1);
        requireImage(input);
        requireImage(filter);
        int outputs = filter.dim(0);
        int inputs = filter.dim(3);
        if (inputs == 0 || input.dim(3) % inputs != 0) {
            throw new ForgeException(filter + " does not fit " + input);
        }
        long[] dims = {outputs, inputs, filter.dim(1), filter.dim(2)};
        float[] weights =
                Constants.channelsFirst(numbers(context, filter), outputs, filter.dim(1) * filter.dim(2), inputs);
        Sliding sliding = new Sliding(
                options.padding(),
                new long[] {options.strideH(), options.strideW()},
                new long[] {options.dilationHFactor(), options.dilationWFactor()},
                options.fusedActivationFunction());
        add(operator, context, sliding, weights, dims, input.dim(3) / inputs);
    }

    /** DEPTHWISE_CONV_2D: the filter is stored as 1, rows, columns, outputs; every input channel is a group of its own. */
    static void depthwise(TfliteOperator operator, TfliteContext context) throws ForgeException {
        DepthwiseConv2DOptions options = operator.options(new DepthwiseConv2DOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor filter = operator.input(1);
        requireImage(input);
        requireImage(filter);
        int outputs = filter.dim(3);
        int inputs = input.dim(3);
        if (inputs == 0 || outputs % inputs != 0) {
            throw new ForgeException(filter + " does not fit the " + inputs + " channels of " + input);
        }
        long[] dims = {outputs, 1, filter.dim(1), filter.dim(2)};
        float[] weights = Constants.channelsFirst(numbers(context, filter), 1, filter.dim(1) * filter.dim(2), outputs);
        Sliding sliding = new Sliding(
                options.padding(),
                new long[] {options.strideH(), options.strideW()},
                new long[] {options.dilationHFactor(), options.dilationWFactor()},
                options.fusedActivationFunction());
        add(operator, context, sliding, weights, dims, inputs);
    }

    private static float[] numbers(TfliteContext context, TfliteTensor filter) throws ForgeException {
        return context.keepsBytes(filter) ? context.stored(filter) : context.constant(filter);
    }

    /** Refuses a tensor that has no rows, columns and channels. */
    static void requireImage(TfliteTensor tensor) throws ForgeException {
        if (tensor.rank() != 4) {
            throw new ForgeException(tensor + " has " + tensor.rank() + " dimensions, four were expected");
        }
    }

    private static void add(
            TfliteOperator operator, TfliteContext context, Sliding sliding, float[] weights, long[] dims, int groups)
            throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        long[] kernel = {dims[2], dims[3]};
        List<String> arguments = new ArrayList<>();
        arguments.add(context.value(input, Layout.NCHW));
        TfliteTensor filter = operator.input(1);
        arguments.add(
                context.keepsBytes(filter)
                        ? KeptIntegers.constant(context.onnx(), filter, weights, 0, dims)
                        : context.onnx().constant(filter.name(), weights, dims));
        if (operator.inputs().size() > 2) {
            arguments.add(context.bias(operator.input(2)));
        }
        String result = context.onnx()
                .node(
                        "Conv",
                        output.name(),
                        arguments,
                        Attributes.integer("group", groups),
                        Attributes.integers("kernel_shape", kernel),
                        Attributes.integers("strides", sliding.stride()),
                        Attributes.integers("dilations", sliding.dilation()),
                        Attributes.integers(
                                "pads",
                                Window.pads(sliding.padding(), input, kernel, sliding.stride(), sliding.dilation())));
        context.define(output, Activations.apply(context, result, sliding.activation(), output), Layout.NCHW);
    }
}
