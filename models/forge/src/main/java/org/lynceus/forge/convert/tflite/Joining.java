package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.lynceus.forge.onnx.Tensors;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.PackOptions;
import org.tensorflow.lite.schema.UnpackOptions;

/** Operators that join tensors or take them apart: CONCATENATION, PACK, SPLIT, SPLIT_V, UNPACK. */
final class Joining {
    private Joining() {}

    /** CONCATENATION. */
    static void concatenation(TfliteOperator operator, TfliteContext context) throws ForgeException {
        ConcatenationOptions options = operator.options(new ConcatenationOptions());
        TfliteTensor output = operator.output();
        int axis = Axes.normal(options.axis(), output.rank());
        context.requireSameBatch(operator.inputs());
        Layout layout =
                output.rank() == 4 ? context.layout(operator.inputs().toArray(TfliteTensor[]::new)) : Layout.NHWC;
        List<String> values = new ArrayList<>();
        for (TfliteTensor input : operator.inputs()) {
            context.requireBatch(input, axis != 0);
            values.add(context.value(input, layout));
        }
        String joined = context.onnx()
                .node("Concat", output.name(), values, Attributes.integer("axis", Axes.position(axis, layout)));
        int activation = options.fusedActivationFunction();
        context.define(output, Activations.apply(context, joined, activation, output), layout);
    }

    /** PACK: joins along a new dimension. */
    static void pack(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor output = operator.output();
        int axis = Axes.normal(operator.options(new PackOptions()).axis(), output.rank());
        context.requireSameBatch(operator.inputs());
        GraphBuilder onnx = context.onnx();
        List<String> values = new ArrayList<>();
        for (TfliteTensor input : operator.inputs()) {
            context.requireBatch(input, axis != 0);
            String axes = onnx.constant(output.name() + "/axis", new long[] {axis});
            values.add(onnx.node("Unsqueeze", output.name() + "/part", List.of(context.value(input), axes)));
        }
        context.define(
                output, onnx.node("Concat", output.name(), values, Attributes.integer("axis", axis)), Layout.NHWC);
    }

    /** SPLIT: equal parts. */
    static void split(TfliteOperator operator, TfliteContext context) throws ForgeException {
        split(operator, context, operator.input(1), context.integers(operator.input(0))[0]);
    }

    /** SPLIT_V: parts of given sizes, which the outputs have. */
    static void splitV(TfliteOperator operator, TfliteContext context) throws ForgeException {
        split(operator, context, operator.input(0), context.integers(operator.input(2))[0]);
    }

    private static void split(TfliteOperator operator, TfliteContext context, TfliteTensor input, int along)
            throws ForgeException {
        int axis = Axes.normal(along, input.rank());
        context.requireBatch(input, axis != 0);
        Layout layout = context.layout(input);
        long[] sizes =
                operator.outputs().stream().mapToLong(part -> part.dim(axis)).toArray();
        GraphBuilder onnx = context.onnx();
        List<String> parts = onnx.nodes(
                "Split",
                operator.outputs().stream().map(TfliteTensor::name).toList(),
                List.of(context.value(input, layout), onnx.constant(input.name() + "/sizes", sizes)),
                Attributes.integer("axis", Axes.position(axis, layout)));
        for (int i = 0; i < parts.size(); i++) {
            context.define(operator.outputs().get(i), parts.get(i), layout);
        }
    }

    /** UNPACK: takes the slices along a dimension apart, which disappears. */
    static void unpack(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        int axis = Axes.normal(operator.options(new UnpackOptions()).axis(), input.rank());
        context.requireBatch(input, axis != 0);
        GraphBuilder onnx = context.onnx();
        String value = context.value(input);
        for (int i = 0; i < operator.outputs().size(); i++) {
            TfliteTensor output = operator.outputs().get(i);
            String index = onnx.constant(output.name() + "/index", Tensors.integers("index", new long[] {i}));
            context.define(
                    output,
                    onnx.node("Gather", output.name(), List.of(value, index), Attributes.integer("axis", axis)),
                    Layout.NHWC);
        }
    }
}
