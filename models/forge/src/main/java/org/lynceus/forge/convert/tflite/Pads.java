package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.MirrorPadMode;
import org.tensorflow.lite.schema.MirrorPadOptions;

/** PAD, PADV2 and MIRROR_PAD; face models pad channels, others rows and columns. */
final class Pads {
    private Pads() {}

    /** PAD with zeros. */
    static void zeros(TfliteOperator operator, TfliteContext context) throws ForgeException {
        add(operator, context, "");
    }

    /** PADV2 with a given value. */
    static void value(TfliteOperator operator, TfliteContext context) throws ForgeException {
        float[] fill = context.constant(operator.input(2));
        add(operator, context, context.onnx().constant(operator.input(2).name(), fill));
    }

    /** MIRROR_PAD: repeats what is inside, with or without the border itself. */
    static void mirror(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int border = operator.options(new MirrorPadOptions()).mode() == MirrorPadMode.REFLECT ? 1 : 0;
        int[] amounts = amounts(operator, context, input);
        Layout layout = context.layout(input);
        String value = context.value(input, layout);
        for (int axis = 0; axis < input.rank(); axis++) {
            int before = amounts[2 * axis];
            int after = amounts[2 * axis + 1];
            int size = input.dim(axis);
            if (before + after > 0) {
                if (Math.max(before, after) > size - border) {
                    throw new ForgeException(input + " is too small for its mirrored border");
                }
                long[] taken = new long[before + size + after];
                for (int i = 0; i < taken.length; i++) {
                    int inside = i - before;
                    int folded = inside < 0 ? -inside - 1 + border : inside;
                    taken[i] = folded < size ? folded : 2L * size - 1 - border - folded;
                }
                String indices = context.onnx().constant(output.name() + "/taken", taken);
                value = context.onnx()
                        .node(
                                "Gather",
                                output.name(),
                                List.of(value, indices),
                                Attributes.integer("axis", Axes.position(axis, layout)));
            }
        }
        context.define(output, value, layout);
    }

    private static void add(TfliteOperator operator, TfliteContext context, String fill) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] amounts = amounts(operator, context, input);
        Layout layout = context.layout(input);
        int rank = input.rank();
        long[] pads = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            pads[Axes.position(axis, layout)] = amounts[2 * axis];
            pads[Axes.position(axis, layout) + rank] = amounts[2 * axis + 1];
        }
        GraphBuilder onnx = context.onnx();
        String placed = onnx.constant(operator.input(1).name(), pads);
        String value = context.value(input, layout);
        context.define(
                output,
                onnx.node(
                        "Pad",
                        output.name(),
                        fill.isEmpty() ? List.of(value, placed) : List.of(value, placed, fill),
                        Attributes.text("mode", "constant")),
                layout);
    }

    private static int[] amounts(TfliteOperator operator, TfliteContext context, TfliteTensor input)
            throws ForgeException {
        int[] amounts = context.integers(operator.input(1));
        if (amounts.length != 2 * input.rank()) {
            throw new ForgeException(operator.input(1) + " does not fit " + input);
        }
        context.requireBatch(input, amounts[0] == 0 && amounts[1] == 0);
        return amounts;
    }
}
