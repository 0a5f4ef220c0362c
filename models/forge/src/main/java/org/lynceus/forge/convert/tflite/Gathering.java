package org.lynceus.forge.convert.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.GatherOptions;

/** Operators that pick or repeat values: GATHER, GATHER_ND, TILE, BROADCAST_TO, FILL, SELECT, TOPK_V2, ADD_N. */
final class Gathering {
    private Gathering() {}

    /** GATHER: slices along a dimension by their indices. */
    static void gather(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor indices = operator.input(1);
        TfliteTensor output = operator.output();
        GatherOptions options = operator.options(new GatherOptions());
        int axis = Axes.normal(options.axis(), input.rank());
        if (options.batchDims() != 0) {
            throw new ForgeException("GATHER with " + options.batchDims() + " batch dimensions has no conversion");
        }
        context.requireBatch(input, axis != 0);
        context.requireBatch(indices, context.isConstant(input) && axis == 0);
        context.define(
                output,
                context.onnx()
                        .node(
                                "Gather",
                                output.name(),
                                List.of(context.value(input), context.value(indices)),
                                Attributes.integer("axis", axis)),
                Layout.NHWC);
    }

    /** GATHER_ND: values by the coordinates that the last dimension of the indices holds. */
    static void gatherNd(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor indices = operator.input(1);
        TfliteTensor output = operator.output();
        context.requireBatch(input, false);
        context.requireBatch(indices, false);
        GraphBuilder onnx = context.onnx();
        String places = onnx.node(
                "Cast",
                indices.name() + "/wide",
                List.of(context.value(indices)),
                Attributes.integer("to", Element.INT64.onnx()));
        context.define(
                output, onnx.node("GatherND", output.name(), List.of(context.value(input), places)), Layout.NHWC);
    }

    /** TILE: repeats a tensor along its dimensions. */
    static void tile(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] times = context.integers(operator.input(1));
        context.requireBatch(input, times.length > 0 && times[0] == 1);
        Layout layout = context.layout(input);
        long[] repeats = new long[times.length];
        for (int axis = 0; axis < times.length; axis++) {
            repeats[Axes.position(axis, layout)] = times[axis];
        }
        GraphBuilder onnx = context.onnx();
        context.define(
                output,
                onnx.node(
                        "Tile",
                        output.name(),
                        List.of(context.value(input, layout), onnx.constant(output.name() + "/times", repeats))),
                layout);
    }

    /** BROADCAST_TO: repeats a tensor along its dimensions of size one. */
    static void broadcast(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        context.requireBatch(input, input.rank() == operator.output().rank() && input.dim(0) == 1);
        expand(operator, context, input);
    }

    /** FILL: one value everywhere. */
    static void fill(TfliteOperator operator, TfliteContext context) throws ForgeException {
        expand(operator, context, operator.input(1));
    }

    private static void expand(TfliteOperator operator, TfliteContext context, TfliteTensor value)
            throws ForgeException {
        TfliteTensor output = operator.output();
        long[] shape = output.dims();
        if (context.isBatch(value)) {
            shape[0] = 1;
        }
        GraphBuilder onnx = context.onnx();
        context.define(
                output,
                onnx.node(
                        "Expand",
                        output.name(),
                        List.of(context.value(value), onnx.constant(output.name() + "/shape", shape))),
                Layout.NHWC);
    }

    /** SELECT and SELECT_V2: the second operand where the first is true, the third elsewhere. */
    static void select(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor condition = operator.input(0);
        TfliteTensor output = operator.output();
        String chosen = context.value(condition);
        if (operator.name().equals("SELECT") && condition.rank() == 1 && output.rank() > 1) {
            // The old operator takes one truth value per first index.
            GraphBuilder onnx = context.onnx();
            long[] axes = IntStream.range(1, output.rank()).asLongStream().toArray();
            chosen = onnx.node("Unsqueeze", condition.name() + "/rows", List.of(chosen, onnx.constant("axes", axes)));
        }
        context.define(
                output,
                context.onnx()
                        .node(
                                "Where",
                                output.name(),
                                List.of(chosen, context.value(operator.input(1)), context.value(operator.input(2)))),
                Layout.NHWC);
    }

    /** TOPK_V2: the largest values of the last dimension and their places. */
    static void topK(TfliteOperator operator, TfliteContext context) throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor values = operator.outputs().get(0);
        TfliteTensor places = operator.outputs().get(1);
        context.requireBatch(input, input.rank() > 1);
        GraphBuilder onnx = context.onnx();
        List<String> results = onnx.nodes(
                "TopK",
                List.of(values.name(), places.name() + "/wide"),
                List.of(
                        context.value(input),
                        onnx.constant(values.name() + "/count", new long[] {context.integers(operator.input(1))[0]})));
        context.define(values, results.get(0), Layout.NHWC);
        context.define(places, Casting.cast(context, results.get(1), Element.INT64, places), Layout.NHWC);
    }

    /** ADD_N: the sum of tensors of one shape. */
    static void sum(TfliteOperator operator, TfliteContext context) throws ForgeException {
        Layout layout = context.layout(operator.inputs().toArray(TfliteTensor[]::new));
        List<String> values = new ArrayList<>();
        for (TfliteTensor input : operator.inputs()) {
            values.add(context.value(input, layout));
        }
        TfliteTensor output = operator.output();
        context.define(output, context.onnx().node("Sum", output.name(), values), layout);
    }
}
