package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ReducerOptions;

/** MEAN, SUM and the like: one value instead of all values along some axes. */
final class Reduction implements OpConverter {
    private final String reduce;

    private Reduction(String reduce) {
        this.reduce = reduce;
    }

    /** The conversions by the names of the operators. */
    static Map<String, OpConverter> converters() {
        Map<String, OpConverter> converters = new TreeMap<>();
        Map.of(
                        "MEAN", "ReduceMean",
                        "REDUCE_MAX", "ReduceMax",
                        "REDUCE_MIN", "ReduceMin",
                        "REDUCE_PROD", "ReduceProd",
                        "SUM", "ReduceSum")
                .forEach((name, same) -> converters.put(name, new Reduction(same)));
        return converters;
    }

    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        boolean keep = operator.optionalOptions(new ReducerOptions())
                .map(ReducerOptions::keepDims)
                .orElse(false);
        int[] axes = Arrays.stream(context.integers(operator.input(1)))
                .map(axis -> axis < 0 ? axis + input.rank() : axis)
                .distinct()
                .sorted()
                .toArray();
        context.requireBatch(input, Arrays.stream(axes).noneMatch(axis -> axis == 0));
        GraphBuilder onnx = context.onnx();
        Layout layout = context.layout(input);
        // What is left of channels-first dimensions is in the order of the file unless pixels and channels are both
        // left.
        boolean ordered =
                Arrays.equals(axes, new int[] {1, 2}) || Arrays.stream(axes).anyMatch(axis -> axis == 3);
        if (layout == Layout.NCHW && !keep && !ordered) {
            layout = Layout.NHWC;
        }
        String value = context.value(input, layout);
        String result;
        if (reduce.equals("ReduceMean") && layout == Layout.NCHW && Arrays.equals(axes, new int[] {1, 2})) {
            result = onnx.node("GlobalAveragePool", output.name(), List.of(value));
            if (!keep) {
                result = onnx.node(
                        "Squeeze",
                        output.name(),
                        List.of(result, onnx.constant(output.name() + "/axes", new long[] {2, 3})));
            }
        } else {
            Layout order = layout;
            long[] along = Arrays.stream(axes)
                    .mapToLong(axis -> Axes.position(axis, order))
                    .sorted()
                    .toArray();
            result = reduced(onnx, value, output.name(), along, keep);
        }
        context.define(output, result, keep ? layout : Layout.NHWC);
    }

    /** The axes of a sum are an input, those of the other reductions an attribute. */
    private String reduced(GraphBuilder onnx, String value, String hint, long[] axes, boolean keep) {
        List<String> inputs = new ArrayList<>(List.of(value));
        if (reduce.equals("ReduceSum")) {
            inputs.add(onnx.constant(hint + "/axes", axes));
            return onnx.node(reduce, hint, inputs, Attributes.integer("keepdims", keep ? 1 : 0));
        }
        return onnx.node(
                reduce, hint, inputs, Attributes.integers("axes", axes), Attributes.integer("keepdims", keep ? 1 : 0));
    }
}
