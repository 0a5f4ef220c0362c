package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lynceus.forge.ForgeException;

/** Keras layers without weights that work on any tensor. */
final class PlainLayers {
    private static final List<String> UNCHANGED = List.of(
            "ActivityRegularization",
            "AlphaDropout",
            "Dropout",
            "GaussianDropout",
            "GaussianNoise",
            "SpatialDropout1D",
            "SpatialDropout2D");
    private static final Map<String, String> MERGES =
            Map.of("Add", "Add", "Maximum", "Max", "Minimum", "Min", "Multiply", "Mul");

    private PlainLayers() {}

    /** The conversions by class. */
    static Map<String, LayerOp> all() {
        Map<String, LayerOp> all = new HashMap<>();
        UNCHANGED.forEach(kind -> all.put(kind, (layer, inputs, graph) -> inputs.get(0)));
        MERGES.forEach((kind, operator) ->
                all.put(kind, (layer, inputs, graph) -> merge(graph, operator, layer.name(), inputs)));
        all.put(
                "Activation",
                (layer, inputs, graph) -> Activation.apply(graph, layer.name(), inputs.get(0), layer.activation()));
        all.put(
                "Average",
                (layer, inputs, graph) -> Elementwise.binary(
                        graph,
                        "Mul",
                        layer.name(),
                        merge(graph, "Add", layer.name() + "/sum", inputs),
                        Value.of(Constant.scalar(1f / inputs.size()))));
        all.put(
                "Concatenate",
                (layer, inputs, graph) -> Joining.concat(graph, layer.name(), inputs, layer.integer("axis", -1)));
        all.put(
                "ELU",
                (layer, inputs, graph) -> Activation.elu(graph, layer.name(), inputs.get(0), layer.number("alpha", 1)));
        all.put("Flatten", PlainLayers::flatten);
        all.put(
                "LeakyReLU",
                (layer, inputs, graph) ->
                        Activation.leaky(graph, layer.name(), inputs.get(0), layer.number("alpha", 0.3)));
        all.put("Permute", PlainLayers::permute);
        all.put("ReLU", PlainLayers::relu);
        all.put("Rescaling", PlainLayers::rescaling);
        all.put("Reshape", PlainLayers::reshape);
        all.put(
                "Softmax",
                (layer, inputs, graph) ->
                        Activation.softmax(graph, "Softmax", layer.name(), inputs.get(0), layer.integer("axis", -1)));
        return all;
    }

    private static Value merge(Lowering graph, String operator, String hint, List<Value> inputs) throws ForgeException {
        Value merged = inputs.get(0);
        for (Value next : inputs.subList(1, inputs.size())) {
            merged = Elementwise.binary(graph, operator, hint, merged, next);
        }
        return merged;
    }

    /** Values in the order rows, columns, channels, wherever the channels are. */
    private static Value flatten(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        boolean moved = x.rank() == 4 && layer.format() == DataFormat.CHANNELS_FIRST;
        Value ordered = moved ? x.transpose(Permutation.CHANNELS_FIRST.inverse()) : x;
        return Reshaping.apply(
                graph, layer.name(), ordered, new long[] {x.dims().get(0), -1});
    }

    private static Value reshape(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        List<Long> target = new ArrayList<>(layer.integers("target_shape"));
        target.add(0, inputs.get(0).dims().get(0));
        return Reshaping.apply(
                graph,
                layer.name(),
                inputs.get(0),
                target.stream().mapToLong(Long::longValue).toArray());
    }

    /** The configuration counts the dimensions behind the batch from 1. */
    private static Value permute(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        List<Integer> axes = new ArrayList<>(List.of(0));
        layer.integers("dims").forEach(axis -> axes.add(Math.toIntExact(axis)));
        Value x = inputs.get(0);
        if (!axes.stream()
                .sorted()
                .toList()
                .equals(Permutation.identity(x.rank()).axes())) {
            throw new ForgeException("the dimensions " + axes + " are not those of " + x);
        }
        return x.transpose(new Permutation(axes));
    }

    private static Value relu(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        if (layer.number("negative_slope", 0) != 0 || layer.number("threshold", 0) != 0) {
            throw new ForgeException("a slope or threshold has no conversion");
        }
        return layer.config().hasNonNull("max_value")
                ? Elementwise.clip(
                        graph,
                        layer.name(),
                        inputs.get(0),
                        OptionalDouble.of(0),
                        OptionalDouble.of(layer.number("max_value", 0)))
                : Elementwise.unary(graph, "Relu", layer.name(), inputs.get(0));
    }

    private static Value rescaling(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value factor = Value.of(Constant.scalar((float) layer.number("scale", 1)));
        Value offset = Value.of(Constant.scalar((float) layer.number("offset", 0)));
        Value scaled = Elementwise.binary(graph, "Mul", layer.name() + "/scaled", inputs.get(0), factor);
        return Elementwise.binary(graph, "Add", layer.name(), scaled, offset);
    }
}
