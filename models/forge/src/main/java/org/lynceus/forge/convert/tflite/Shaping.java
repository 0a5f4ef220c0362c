package org.lynceus.forge.convert.tflite;

import java.util.Arrays;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/** Operators that keep all values and change the shape or the order: RESHAPE and its relatives, TRANSPOSE, SHAPE. */
final class Shaping {
    private static final long[] FILE_OF_CHANNELS_FIRST = {0, 2, 3, 1};

    /** Reads the size of the blocks from the options of an operator. */
    interface BlockSize {
        int of(TfliteOperator operator) throws ForgeException;
    }

    private Shaping() {}

    /** RESHAPE, SQUEEZE and EXPAND_DIMS: the file stores the resulting shape. */
    static void reshape(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        if (input.size() != output.size()) {
            throw new ForgeException(input + " cannot become " + output);
        }
        context.define(output, reshaped(context, input, flat(context, input), output), Layout.NHWC);
    }

    /**
     * Gives a value the shape of another tensor.
     *
     * <p>In a batch the inputs follow each other. Where an input is taken apart along the first dimension, that holds
     * the parts of all inputs for a while.
     *
     * @param context the graph
     * @param input the tensor that the value stems from
     * @param value the value, in the order of the file
     * @param output the tensor that has the shape
     */
    static String reshaped(TfliteContext context, TfliteTensor input, String value, TfliteTensor output)
            throws ForgeException {
        long[] shape = output.dims();
        if (context.isBatch(input)) {
            context.requireBatch(input, output.rank() > 0);
            shape[0] = input.dim(0) == 1 && shape[0] == 1 ? 0 : -1;
        }
        GraphBuilder onnx = context.onnx();
        return onnx.node("Reshape", output.name(), List.of(value, onnx.constant(output.name() + "/shape", shape)));
    }

    /** TRANSPOSE; undoes the order that the value has in the graph in the same step. */
    static void transpose(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] permutation = context.integers(operator.input(1));
        context.requireBatch(input, permutation.length > 0 && permutation[0] == 0);
        Layout layout = context.layout(input);
        long[] composed = Arrays.stream(permutation)
                .mapToLong(axis -> Axes.position(axis, layout))
                .toArray();
        String value = context.value(input, layout);
        if (layout == Layout.NCHW && Arrays.equals(composed, FILE_OF_CHANNELS_FIRST)) {
            context.define(output, value, Layout.NCHW);
            return;
        }
        boolean same = true;
        for (int i = 0; i < composed.length; i++) {
            same &= composed[i] == i;
        }
        String moved = same
                ? value
                : context.onnx()
                        .node("Transpose", output.name(), List.of(value), Attributes.integers("perm", composed));
        context.define(output, moved, Layout.NHWC);
    }

    /** SHAPE: known while converting. */
    static void shape(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        context.define(
                output,
                output.withIntegers(
                        input.shape().stream().mapToInt(Integer::intValue).toArray()));
    }

    /** DEPTH_TO_SPACE and SPACE_TO_DEPTH. */
    static OpConverter blocks(String name, BlockSize size) {
        return (operator, context) -> {
            String value = context.value(operator.input(0), Layout.NCHW);
            TfliteTensor output = operator.output();
            context.define(
                    output,
                    context.onnx()
                            .node(
                                    name,
                                    output.name(),
                                    List.of(value),
                                    Attributes.integer("blocksize", size.of(operator))),
                    Layout.NCHW);
        };
    }

    /** The values in the order of the file; of a single pixel or a single channel, every layout has that order. */
    private static String flat(TfliteContext context, TfliteTensor tensor) throws ForgeException {
        boolean alike = tensor.rank() == 4 && (tensor.dim(1) * tensor.dim(2) == 1 || tensor.dim(3) == 1);
        return context.value(tensor, alike ? context.layout(tensor) : Layout.NHWC);
    }
}
