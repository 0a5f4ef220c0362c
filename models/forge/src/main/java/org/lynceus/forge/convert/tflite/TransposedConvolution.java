package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.TransposeConvOptions;

/** TRANSPOSE_CONV: every pixel spreads a filter over the result; stored as outputs, rows, columns, inputs. */
final class TransposedConvolution {
    private TransposedConvolution() {}

    /** Inputs: size of the result, filter, image and perhaps a bias. */
    static void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TransposeConvOptions options = operator.options(new TransposeConvOptions());
        TfliteTensor filter = operator.input(1);
        TfliteTensor input = operator.input(2);
        TfliteTensor output = operator.output();
        Convolution.requireImage(filter);
        Convolution.requireImage(input);
        Convolution.requireImage(output);
        long[] kernel = {filter.dim(1), filter.dim(2)};
        long[] stride = {options.strideH(), options.strideW()};
        long[] before = Window.pads(options.padding(), output, kernel, stride, new long[] {1, 1});
        long[] pads = {before[0], before[1], 0, 0};
        long[] extra = new long[2];
        for (int axis = 0; axis < 2; axis++) {
            long covered = (input.dim(axis + 1) - 1) * stride[axis] + kernel[axis] - before[axis];
            pads[axis + 2] = Math.max(covered - output.dim(axis + 1), 0);
            extra[axis] = Math.max(output.dim(axis + 1) - covered, 0);
        }
        GraphBuilder onnx = context.onnx();
        int outputs = filter.dim(0);
        int inputs = filter.dim(3);
        List<String> arguments = new ArrayList<>();
        arguments.add(context.value(input, Layout.NCHW));
        arguments.add(onnx.constant(
                filter.name(),
                inputsFirst(context.constant(filter), outputs, filter.dim(1) * filter.dim(2), inputs),
                inputs,
                outputs,
                kernel[0],
                kernel[1]));
        if (operator.inputs().size() > 3) {
            TfliteTensor bias = operator.input(3);
            arguments.add(onnx.constant(bias.name(), context.constant(bias), outputs));
        }
        String result = onnx.node(
                "ConvTranspose",
                output.name(),
                arguments,
                Attributes.integers("kernel_shape", kernel),
                Attributes.integers("strides", stride),
                Attributes.integers("pads", pads),
                Attributes.integers("output_padding", extra));
        int activation = options.fusedActivationFunction();
        context.define(output, Activations.apply(context, result, activation, output), Layout.NCHW);
    }

    /** OHWI to IOHW. */
    private static float[] inputsFirst(float[] weights, int outputs, int taps, int inputs) {
        float[] moved = new float[weights.length];
        for (int o = 0; o < outputs; o++) {
            for (int tap = 0; tap < taps; tap++) {
                for (int i = 0; i < inputs; i++) {
                    moved[(i * outputs + o) * taps + tap] = weights[(o * taps + tap) * inputs + i];
                }
            }
        }
        return moved;
    }
}
