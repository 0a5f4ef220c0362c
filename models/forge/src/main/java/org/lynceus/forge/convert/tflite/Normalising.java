package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ArgMaxOptions;
import org.tensorflow.lite.schema.LocalResponseNormalizationOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;

/** Operators that look at all values along the last dimension: SOFTMAX, L2_NORMALIZATION, ARG_MAX and relatives. */
final class Normalising {
    /** What the kernel of L2_NORMALIZATION divides by at least. */
    private static final float SMALLEST_NORM = 1e-6f;

    private Normalising() {}

    /** SOFTMAX, with the factor beta on its input. */
    static void softmax(TfliteOperator operator, TfliteContext context) throws ForgeException {
        float beta = operator.options(new SoftmaxOptions()).beta();
        TfliteTensor input = operator.input(0);
        Layout layout = context.layout(input);
        String value = context.value(input, layout);
        if (beta != 1) {
            GraphBuilder onnx = context.onnx();
            String factor = onnx.constant(input.name() + "/beta", new float[] {beta});
            value = onnx.node("Mul", input.name() + "/scaled", List.of(value, factor));
        }
        alongLast(operator, context, "Softmax", value, layout);
    }

    /** LOG_SOFTMAX. */
    static void logSoftmax(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        Layout layout = context.layout(input);
        alongLast(operator, context, "LogSoftmax", context.value(input, layout), layout);
    }

    /** Probabilities are not rounded, even where the file has only 256 of them. */
    private static void alongLast(
            TfliteOperator operator, TfliteContext context, String onnx, String value, Layout layout)
            throws ForgeException {
        TfliteTensor output = operator.output();
        int axis = Axes.position(output.rank() - 1, layout);
        context.defineExact(
                output,
                context.onnx().node(onnx, output.name(), List.of(value), Attributes.integer("axis", axis)),
                layout);
    }

    /** L2_NORMALIZATION: divided by the Euclidean norm. */
    static void unitLength(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        Layout layout = context.layout(input);
        String value = context.value(input, layout);
        GraphBuilder onnx = context.onnx();
        String norm = onnx.node(
                "ReduceL2",
                output.name() + "/norm",
                List.of(value),
                Attributes.integers("axes", Axes.position(input.rank() - 1, layout)));
        String smallest = onnx.constant(output.name() + "/smallest", new float[] {SMALLEST_NORM});
        String divisor = onnx.node("Max", output.name() + "/divisor", List.of(norm, smallest));
        context.define(output, onnx.node("Div", output.name(), List.of(value, divisor)), layout);
    }

    /** LOCAL_RESPONSE_NORMALIZATION; ONNX divides alpha by the size of the window. */
    static void localResponse(TfliteOperator operator, TfliteContext context) throws ForgeException {
        LocalResponseNormalizationOptions options = operator.options(new LocalResponseNormalizationOptions());
        TfliteTensor output = operator.output();
        int size = 2 * options.radius() + 1;
        context.define(
                output,
                context.onnx()
                        .node(
                                "LRN",
                                output.name(),
                                List.of(context.value(operator.input(0), Layout.NCHW)),
                                Attributes.integer("size", size),
                                Attributes.real("alpha", options.alpha() * size),
                                Attributes.real("beta", options.beta()),
                                Attributes.real("bias", options.bias())),
                Layout.NCHW);
    }

    /** ARG_MAX or ARG_MIN: the first place of the extreme value along a dimension. */
    static OpConverter place(String onnx) {
        return (operator, context) -> {
            TfliteTensor input = operator.input(0);
            TfliteTensor output = operator.output();
            int axis = Axes.normal(context.integers(operator.input(1))[0], input.rank());
            context.requireBatch(input, axis != 0);
            String place = context.onnx()
                    .node(
                            onnx,
                            output.name() + "/place",
                            List.of(context.value(input)),
                            Attributes.integer("axis", axis),
                            Attributes.integer("keepdims", 0));
            operator.options(new ArgMaxOptions());
            Layout layout = Layout.NHWC;
            context.define(output, Casting.cast(context, place, Element.INT64, output), layout);
        };
    }
}
