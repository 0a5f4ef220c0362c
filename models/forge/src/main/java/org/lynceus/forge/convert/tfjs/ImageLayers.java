package org.lynceus.forge.convert.tfjs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/** Keras layers that work on rows and columns without weights. */
final class ImageLayers {
    private ImageLayers() {}

    /** The conversions by class. */
    static Map<String, LayerOp> all() {
        Map<String, LayerOp> all = new HashMap<>();
        all.put("AveragePooling2D", (layer, inputs, graph) -> pooling(layer, inputs, graph, Pooling.AVERAGE));
        all.put("Cropping2D", ImageLayers::cropping);
        all.put("GlobalAveragePooling2D", (layer, inputs, graph) -> planes(layer, inputs, graph, "ReduceMean"));
        all.put("GlobalMaxPooling2D", (layer, inputs, graph) -> planes(layer, inputs, graph, "ReduceMax"));
        all.put("MaxPooling2D", (layer, inputs, graph) -> pooling(layer, inputs, graph, Pooling.MAX));
        all.put("Resizing", ImageLayers::resizing);
        all.put("UpSampling2D", ImageLayers::upSampling);
        all.put("ZeroPadding2D", ImageLayers::padding);
        return all;
    }

    private static Value pooling(Layer layer, List<Value> inputs, Lowering graph, Pooling pooling)
            throws ForgeException {
        long[] size = layer.pair("pool_size", 2);
        boolean stepped = layer.config().hasNonNull("strides");
        SlidingWindow window =
                new SlidingWindow(size, stepped ? layer.pair("strides", 2) : size, new long[] {1, 1}, layer.padding());
        return pooling.apply(graph, layer.name(), inputs.get(0), layer.format(), window);
    }

    private static Value planes(Layer layer, List<Value> inputs, Lowering graph, String operator)
            throws ForgeException {
        int row = layer.format().rowAxis();
        return Reduction.apply(
                graph, operator, layer.name(), inputs.get(0), new long[] {row, row + 1}, layer.flag("keepdims", false));
    }

    /** TensorFlow.js aligns the corners unless it crops. */
    private static Value resizing(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        if (layer.flag("crop_to_aspect_ratio", false)) {
            throw new ForgeException("cropping to the aspect has no conversion");
        }
        return interpolation(layer, "bilinear")
                .apply(
                        graph,
                        layer.name(),
                        inputs.get(0),
                        DataFormat.CHANNELS_LAST,
                        Resizing.Grid.ALIGN_CORNERS,
                        new long[] {layer.integer("height", 0), layer.integer("width", 0)});
    }

    private static Resizing interpolation(Layer layer, String fallback) throws ForgeException {
        String name = layer.text("interpolation", fallback);
        return switch (name) {
            case "nearest" -> Resizing.NEAREST;
            case "bilinear" -> Resizing.BILINEAR;
            default -> throw new ForgeException("the interpolation '" + name + "' has no conversion");
        };
    }

    /** Bilinear up-sampling leaves the first pixel in its place, as TensorFlow.js does. */
    private static Value upSampling(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        DataFormat format = layer.format();
        long[] factor = layer.pair("size", 2);
        long[] size = format.size(inputs.get(0));
        return interpolation(layer, "nearest")
                .apply(graph, layer.name(), inputs.get(0), format, Resizing.Grid.ASYMMETRIC, new long[] {
                    size[0] * factor[0], size[1] * factor[1]
                });
    }

    private static Value padding(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        long[] edges = layer.edges("padding");
        long[] amounts = new long[8];
        System.arraycopy(edges, 0, amounts, 2 * layer.format().rowAxis(), 4);
        return Joining.pad(graph, layer.name(), inputs.get(0), amounts, "constant", Optional.empty());
    }

    private static Value cropping(Layer layer, List<Value> inputs, Lowering graph) throws ForgeException {
        long[] edges = layer.edges("cropping");
        int row = layer.format().rowAxis();
        long[] size = layer.format().size(inputs.get(0));
        return Slicing.apply(
                graph,
                layer.name(),
                inputs.get(0),
                List.of(
                        new Slicing.Range(row, edges[0], size[0] - edges[0] - edges[1], 1),
                        new Slicing.Range(row + 1, edges[2], size[1] - edges[2] - edges[3], 1)));
    }
}
