package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/** Keras layers with weights. */
final class WeightLayers {
    private WeightLayers() {}

    /** The conversions by class. */
    static Map<String, LayerOp> all() {
        return Map.of(
                "BatchNormalization", WeightLayers::normalization,
                "Conv2D", WeightLayers::convolution,
                "Conv2DTranspose", WeightLayers::transposedConvolution,
                "Dense", WeightLayers::dense,
                "DepthwiseConv2D", WeightLayers::depthwiseConvolution,
                "LayerNormalization", WeightLayers::layerNormalization,
                "PReLU", WeightLayers::prelu,
                "SeparableConv2D", WeightLayers::separableConvolution);
    }

    private static Value convolution(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value result = new Convolution(graph, layer.name(), layer.format())
                .dense(
                        inputs.get(0),
                        layer.weight("kernel"),
                        layer.weight("bias", "use_bias"),
                        layer.pair("strides", 1),
                        layer.pair("dilation_rate", 1),
                        layer.padding());
        return activated(layer, result, graph);
    }

    private static Value depthwiseConvolution(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value result = new Convolution(graph, layer.name(), layer.format())
                .depthwise(
                        inputs.get(0),
                        layer.weight("depthwise_kernel"),
                        layer.weight("bias", "use_bias"),
                        layer.pair("strides", 1),
                        layer.pair("dilation_rate", 1),
                        layer.padding());
        return activated(layer, result, graph);
    }

    private static Value separableConvolution(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value middle = new Convolution(graph, layer.name() + "/depthwise", layer.format())
                .depthwise(
                        inputs.get(0),
                        layer.weight("depthwise_kernel"),
                        Optional.empty(),
                        layer.pair("strides", 1),
                        layer.pair("dilation_rate", 1),
                        layer.padding());
        long[] once = {1, 1};
        Value result = new Convolution(graph, layer.name(), layer.format())
                .dense(
                        middle,
                        layer.weight("pointwise_kernel"),
                        layer.weight("bias", "use_bias"),
                        once,
                        once,
                        SlidingWindow.Padding.NONE);
        return activated(layer, result, graph);
    }

    private static Value transposedConvolution(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        DataFormat format = layer.format();
        Constant kernel = layer.weight("kernel");
        long[] stride = layer.pair("strides", 1);
        long[] dilation = layer.pair("dilation_rate", 1);
        if (dilation[0] != 1 || dilation[1] != 1) {
            throw new ForgeException("a dilated transposed convolution has no conversion");
        }
        long[] size = format.size(inputs.get(0));
        for (int axis = 0; axis < 2; axis++) {
            long beyond = layer.padding().same() ? 0 : Math.max(kernel.dims().get(axis) - stride[axis], 0);
            size[axis] = size[axis] * stride[axis] + beyond;
        }
        Value result = new Convolution(graph, layer.name(), format)
                .transposed(inputs.get(0), kernel, layer.weight("bias", "use_bias"), stride, layer.padding(), size);
        return activated(layer, result, graph);
    }

    private static Value dense(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value result = MatrixProduct.apply(
                graph,
                layer.name(),
                inputs.get(0),
                Value.of(layer.weight("kernel")),
                layer.weight("bias", "use_bias").map(Value::of));
        return activated(layer, result, graph);
    }

    private static Value normalization(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        List<Long> axes = layer.integers("axis");
        if (axes.size() > 1) {
            throw new ForgeException("normalisation along the axes " + axes + " has no conversion");
        }
        int axis = Lowering.axis(axes.isEmpty() ? layer.integer("axis", -1) : axes.get(0), x.rank());
        BatchNormalization normalization = new BatchNormalization(
                layer.weight("moving_mean"),
                layer.weight("moving_variance"),
                layer.weight("gamma", "scale"),
                layer.weight("beta", "center"),
                layer.number("epsilon", 1e-3));
        List<Long> dims = new ArrayList<>(List.of((long) normalization.mean().size()));
        for (int after = axis + 1; after < x.rank(); after++) {
            dims.add(1L);
        }
        return normalization.apply(graph, layer.name(), x, dims);
    }

    /** Normalises every input on its own by mean and variance of its values along some dimensions. */
    private static Value layerNormalization(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        Value x = inputs.get(0);
        String hint = layer.name();
        List<Long> stored = layer.integers("axis");
        List<Long> axes = stored.isEmpty() ? List.of(layer.integer("axis", -1)) : stored;
        long[] along = axes.stream().mapToLong(Long::longValue).toArray();
        List<Long> dims = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            dims.add(1L);
        }
        for (long axis : along) {
            dims.set(Lowering.axis(axis, x.rank()), x.dims().get(Lowering.axis(axis, x.rank())));
        }
        Value mean = Reduction.apply(graph, "ReduceMean", hint + "/mean", x, along, true);
        Value centred = Elementwise.binary(graph, "Sub", hint + "/centred", x, mean);
        Value squares = Elementwise.binary(graph, "Mul", hint + "/squares", centred, centred);
        Value variance = Reduction.apply(graph, "ReduceMean", hint + "/variance", squares, along, true);
        Value epsilon = Value.of(Constant.scalar((float) layer.number("epsilon", 1e-3)));
        Value raised = Elementwise.binary(graph, "Add", hint + "/raised", variance, epsilon);
        Value deviation = Elementwise.unary(graph, "Sqrt", hint + "/deviation", raised);
        Value result = Elementwise.binary(graph, "Div", hint, centred, deviation);
        Optional<Constant> gamma = layer.weight("gamma", "scale");
        if (gamma.isPresent()) {
            result = Elementwise.binary(
                    graph, "Mul", hint + "/scaled", result, Value.of(gamma.get().reshape(dims)));
        }
        Optional<Constant> beta = layer.weight("beta", "center");
        return beta.isPresent()
                ? Elementwise.binary(
                        graph,
                        "Add",
                        hint + "/shifted",
                        result,
                        Value.of(beta.get().reshape(dims)))
                : result;
    }

    private static Value prelu(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        return Activation.prelu(graph, layer.name(), inputs.get(0), Value.of(layer.weight("alpha")));
    }

    private static Value activated(Layer layer, Value x, Lowering graph) throws ForgeException {
        return Activation.apply(graph, layer.name() + "/activated", x, layer.activation());
    }
}
