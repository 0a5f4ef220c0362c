package org.lynceus.forge.convert.tfjs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** TensorFlow operators with weights or windows: convolutions, products, pooling, normalisation, resizing. */
final class FilterOps {
    private FilterOps() {}

    /** The conversions by operator. */
    static Map<String, GraphOp> all() {
        Map<String, GraphOp.Single> all = new HashMap<>();
        for (String name : List.of("Conv2D", "_FusedConv2D")) {
            all.put(name, (node, inputs, graph) -> convolution(node, inputs, graph, false));
        }
        for (String name : List.of("DepthwiseConv2d", "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")) {
            all.put(name, (node, inputs, graph) -> convolution(node, inputs, graph, true));
        }
        all.put("Conv2DBackpropInput", FilterOps::transposedConvolution);
        for (String name : List.of("MatMul", "_FusedMatMul", "BatchMatMul", "BatchMatMulV2")) {
            all.put(name, FilterOps::product);
        }
        all.put("BiasAdd", FilterOps::bias);
        for (String name : List.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")) {
            all.put(name, FilterOps::normalization);
        }
        all.put("MaxPool", (node, inputs, graph) -> pooling(node, inputs, graph, Pooling.MAX));
        all.put("AvgPool", (node, inputs, graph) -> pooling(node, inputs, graph, Pooling.AVERAGE));
        all.put("ResizeBilinear", (node, inputs, graph) -> resize(node, inputs, graph, Resizing.BILINEAR));
        all.put("ResizeNearestNeighbor", (node, inputs, graph) -> resize(node, inputs, graph, Resizing.NEAREST));
        all.put("DepthToSpace", FilterOps::depthToSpace);
        all.put("LRN", FilterOps::localResponse);
        Map<String, GraphOp> conversions = new HashMap<>();
        all.forEach((name, conversion) -> conversions.put(name, GraphOp.single(conversion)));
        return conversions;
    }

    private static Value convolution(GraphNode node, List<Value> inputs, Lowering graph, boolean depthwise)
            throws ForgeException {
        DataFormat format = node.format();
        Fused fused = Fused.of(node, inputs);
        Convolution convolution = new Convolution(graph, node.name(), format);
        Constant filter = Lowering.known(inputs.get(1), "filter");
        Optional<Constant> bias = fused.bias().flatMap(Value::constant);
        long[] stride = spatial(node, "strides", format);
        long[] dilation = spatial(node, "dilations", format);
        Value result = depthwise
                ? convolution.depthwise(inputs.get(0), filter, bias, stride, dilation, padding(node, format))
                : convolution.dense(inputs.get(0), filter, bias, stride, dilation, padding(node, format));
        if (fused.bias().isPresent() && bias.isEmpty()) {
            result = biased(graph, node.name() + "/biased", result, fused.bias().get(), format);
        }
        return fused.activate(graph, node.name() + "/activated", result);
    }

    private static Value transposedConvolution(GraphNode node, List<Value> inputs, Lowering graph)
            throws ForgeException {
        DataFormat format = node.format();
        long[] size = Lowering.integers(inputs.get(0), "size of the result");
        if (size.length != 4) {
            throw new ForgeException("the size of the result has " + size.length + " dimensions, not four");
        }
        return new Convolution(graph, node.name(), format)
                .transposed(
                        inputs.get(2),
                        Lowering.known(inputs.get(1), "filter"),
                        Optional.empty(),
                        spatial(node, "strides", format),
                        padding(node, format),
                        new long[] {size[format.rowAxis()], size[format.rowAxis() + 1]});
    }

    private static Value product(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        Fused fused = Fused.of(node, inputs);
        boolean firstTransposed = node.flag("transpose_a") || node.flag("adj_x");
        boolean secondTransposed = node.flag("transpose_b") || node.flag("adj_y");
        Value product = MatrixProduct.apply(
                graph,
                node.name(),
                firstTransposed ? MatrixProduct.transposed(inputs.get(0)) : inputs.get(0),
                secondTransposed ? MatrixProduct.transposed(inputs.get(1)) : inputs.get(1),
                fused.bias());
        return fused.activate(graph, node.name() + "/activated", product);
    }

    private static Value bias(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        return inputs.get(0).rank() == 4
                ? biased(graph, node.name(), inputs.get(0), inputs.get(1), node.format())
                : Elementwise.binary(graph, "Add", node.name(), inputs.get(0), inputs.get(1));
    }

    private static Value biased(Lowering graph, String hint, Value x, Value bias, DataFormat format)
            throws ForgeException {
        long channels = format.channels(x);
        Value perChannel = format == DataFormat.CHANNELS_LAST
                ? bias
                : Reshaping.apply(graph, hint + "/bias", bias, new long[] {channels, 1, 1});
        return Elementwise.binary(graph, "Add", hint, x, perChannel);
    }

    private static Value normalization(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        if (node.has("is_training") && node.flag("is_training")) {
            throw new ForgeException("the statistics are those of training: export the model for inference");
        }
        BatchNormalization normalization = new BatchNormalization(
                Lowering.known(inputs.get(3), "mean"),
                Lowering.known(inputs.get(4), "variance"),
                Optional.of(Lowering.known(inputs.get(1), "scale")),
                Optional.of(Lowering.known(inputs.get(2), "offset")),
                node.number("epsilon", 0.001));
        DataFormat format = node.format();
        return normalization.apply(
                graph,
                node.name(),
                inputs.get(0),
                format.perChannel(normalization.mean().size()));
    }

    private static Value pooling(GraphNode node, List<Value> inputs, Lowering graph, Pooling pooling)
            throws ForgeException {
        DataFormat format = node.format();
        SlidingWindow window = new SlidingWindow(
                spatial(node, "ksize", format),
                spatial(node, "strides", format),
                new long[] {1, 1},
                padding(node, format));
        return pooling.apply(graph, node.name(), inputs.get(0), format, window);
    }

    private static Value resize(GraphNode node, List<Value> inputs, Lowering graph, Resizing resizing)
            throws ForgeException {
        long[] size = Lowering.integers(inputs.get(1), "size");
        if (size.length != 2) {
            throw new ForgeException("the size has " + size.length + " numbers, not two");
        }
        Resizing.Grid grid = Resizing.Grid.of(node.flag("align_corners"), node.flag("half_pixel_centers"));
        return resizing.apply(graph, node.name(), inputs.get(0), DataFormat.CHANNELS_LAST, grid, size);
    }

    /** Local response normalisation over neighbouring channels; ONNX takes the mean of the squares, TensorFlow their sum. */
    private static Value localResponse(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        long size = 2 * node.integer("depth_radius", 5) + 1;
        Value image = inputs.get(0);
        DataFormat format = DataFormat.CHANNELS_LAST;
        format.size(image);
        return graph.define(
                "LRN",
                node.name(),
                List.of(graph.name(image, format.toChannelsFirst())),
                image.dims(),
                image.type(),
                format.toChannelsFirst(),
                Attributes.real("alpha", (float) (node.number("alpha", 1) * size)),
                Attributes.real("beta", (float) node.number("beta", 0.5)),
                Attributes.real("bias", (float) node.number("bias", 1)),
                Attributes.integer("size", size));
    }

    private static Value depthToSpace(GraphNode node, List<Value> inputs, Lowering graph) throws ForgeException {
        DataFormat format = node.format();
        Value image = inputs.get(0);
        long block = node.integer("block_size", 0);
        long[] size = format.size(image);
        long channels = format.channels(image);
        if (block < 2 || channels % (block * block) != 0) {
            throw new ForgeException(channels + " channels cannot become blocks of " + block + " x " + block);
        }
        return graph.define(
                "DepthToSpace",
                node.name(),
                List.of(graph.name(image, format.toChannelsFirst())),
                format.dims(image.dims().get(0), channels / (block * block), size[0] * block, size[1] * block),
                image.type(),
                format.toChannelsFirst(),
                Attributes.integer("blocksize", block),
                Attributes.text("mode", "DCR"));
    }

    /** The entries for rows and columns of an attribute with one number per dimension; 1, 1 when it is absent. */
    private static long[] spatial(GraphNode node, String attribute, DataFormat format) throws ForgeException {
        long[] values = node.integers(attribute);
        if (values.length == 0) {
            return new long[] {1, 1};
        }
        if (values.length != 4 || values[0] != 1 || values[format.channelAxis()] != 1) {
            throw new ForgeException("'" + attribute + "' must be 1 for batch and channels");
        }
        return new long[] {values[format.rowAxis()], values[format.rowAxis() + 1]};
    }

    private static SlidingWindow.Padding padding(GraphNode node, DataFormat format) throws ForgeException {
        String name = node.text("padding", "VALID");
        if (!name.equalsIgnoreCase("EXPLICIT")) {
            return SlidingWindow.Padding.of(name);
        }
        long[] amounts = node.integers("explicit_paddings");
        if (amounts.length != 8) {
            throw new ForgeException("explicit padding needs eight numbers, there are " + amounts.length);
        }
        int row = 2 * format.rowAxis();
        return new SlidingWindow.Padding(
                false, new long[] {amounts[row], amounts[row + 2], amounts[row + 1], amounts[row + 3]});
    }
}
