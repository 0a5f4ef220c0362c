package org.lynceus.forge.convert.dlib;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/** Writes layers as nodes of an ONNX graph, one after the other. Not thread-safe. */
final class DlibGraph {
    private final GraphRequest request;
    private final GraphBuilder onnx;
    private final List<Image> tags = new ArrayList<>();
    private Image value;
    private int number;

    /**
     * A graph that goes on from a value.
     *
     * @param request what the graph should look like
     * @param onnx takes the nodes
     * @param input the image
     */
    DlibGraph(GraphRequest request, GraphBuilder onnx, Image input) {
        this.request = request;
        this.onnx = onnx;
        this.value = input;
    }

    /** What the last layer gave. */
    Image value() {
        return value;
    }

    /**
     * Adds a layer.
     *
     * @param layer the layer
     * @throws ForgeException when it does not fit the value before it
     */
    void add(Layer layer) throws ForgeException {
        number++;
        if (layer instanceof Layer.Convolution convolution) {
            value = convolution(convolution, image(value));
        } else if (layer instanceof Layer.Affine affine) {
            value = affine(affine);
        } else if (layer instanceof Layer.Relu) {
            value = value.named(onnx.node("Relu", "relu", List.of(value.name())));
        } else if (layer instanceof Layer.Pool pool) {
            value = pool(pool, image(value));
        } else if (layer instanceof Layer.FullyConnected fully) {
            value = fullyConnected(fully);
        } else if (layer instanceof Layer.AddPrevious) {
            value = sum(image(value), image(tag(1)));
        } else if (layer instanceof Layer.Skip) {
            value = tag(2);
        } else if (layer instanceof Layer.Tag) {
            tags.add(value);
        } else {
            throw failure(layer, "an input in the middle");
        }
    }

    private Image convolution(Layer.Convolution layer, Image in) throws ForgeException {
        if (layer.channels() != in.channels()) {
            throw failure(layer, layer.channels() + " channels are needed, there are " + in.channels());
        }
        Layer.Window window = layer.window();
        String weights = onnx.constant(
                "filters", layer.weights(), layer.filters(), layer.channels(), window.rows(), window.columns());
        String biases = onnx.constant("biases", layer.biases(), layer.filters());
        String name = onnx.node("Conv", "conv", List.of(in.name(), weights, biases), attributes(window));
        return moved(layer, window, in, name, layer.filters());
    }

    private Image pool(Layer.Pool layer, Image in) throws ForgeException {
        Layer.Window stored = layer.window();
        Layer.Window window = new Layer.Window(
                stored.rows() == 0 ? in.rows() : stored.rows(),
                stored.columns() == 0 ? in.columns() : stored.columns(),
                stored.strideRows(),
                stored.strideColumns(),
                stored.padRows(),
                stored.padColumns());
        String operator = layer.largest() ? "MaxPool" : "AveragePool";
        String name = onnx.node(operator, "pool", List.of(in.name()), attributes(window));
        return moved(layer, window, in, name, in.channels());
    }

    private static AttributeProto[] attributes(Layer.Window window) {
        return new AttributeProto[] {
            Attributes.integers("kernel_shape", window.rows(), window.columns()),
            Attributes.integers("strides", window.strideRows(), window.strideColumns()),
            Attributes.integers("pads", window.padRows(), window.padColumns(), window.padRows(), window.padColumns())
        };
    }

    private Image moved(Layer layer, Layer.Window window, Image in, String name, int channels) throws ForgeException {
        int rows = steps(in.rows() + 2 * window.padRows() - window.rows(), window.strideRows());
        int columns = steps(in.columns() + 2 * window.padColumns() - window.columns(), window.strideColumns());
        if (rows < 1 || columns < 1) {
            throw failure(layer, "its window is larger than the image of " + in.rows() + " x " + in.columns());
        }
        return new Image(name, channels, rows, columns, false);
    }

    private static int steps(int room, int stride) {
        return room < 0 ? 0 : room / stride + 1;
    }

    private Image affine(Layer.Affine layer) throws ForgeException {
        int count = layer.gamma().length;
        if (count != (layer.perChannel() ? value.channels() : value.size())) {
            throw failure(layer, count + " factors do not fit " + value.shape(1));
        }
        long[] shape = layer.perChannel()
                ? new long[] {count, 1, 1}
                : new long[] {value.channels(), value.rows(), value.columns()};
        long[] dims = value.flat() ? new long[] {count} : shape;
        String product =
                onnx.node("Mul", "scaled", List.of(value.name(), onnx.constant("factors", layer.gamma(), dims)));
        return value.named(
                onnx.node("Add", "shifted", List.of(product, onnx.constant("summands", layer.beta(), dims))));
    }

    private Image fullyConnected(Layer.FullyConnected layer) throws ForgeException {
        if (layer.inputs() != value.size()) {
            throw failure(layer, layer.inputs() + " values are needed, there are " + value.size());
        }
        String flat = value.flat() ? value.name() : onnx.node("Flatten", "flat", List.of(value.name()));
        String weights = onnx.constant("weights", layer.weights(), layer.inputs(), layer.outputs());
        String biases = onnx.constant("biases", layer.biases(), layer.outputs());
        String product = onnx.node("Gemm", "product", List.of(flat, weights, biases));
        return new Image(product, layer.outputs(), 1, 1, true);
    }

    private Image sum(Image one, Image other) {
        int channels = Math.max(one.channels(), other.channels());
        int rows = Math.max(one.rows(), other.rows());
        int columns = Math.max(one.columns(), other.columns());
        Image first = padded(one, channels, rows, columns);
        Image second = padded(other, channels, rows, columns);
        return first.named(onnx.node("Add", "sum", List.of(first.name(), second.name())));
    }

    private Image padded(Image image, int channels, int rows, int columns) {
        long[] zeros = {0, 0, 0, 0, 0, channels - image.channels(), rows - image.rows(), columns - image.columns()};
        if (channels == image.channels() && rows == image.rows() && columns == image.columns()) {
            return image;
        }
        String name = onnx.node("Pad", "padded", List.of(image.name(), onnx.constant("zeros", zeros)));
        return new Image(name, channels, rows, columns, false);
    }

    private Image image(Image any) {
        if (!any.flat()) {
            return any;
        }
        String shape = onnx.constant("shape", new long[] {0, any.channels(), any.rows(), any.columns()});
        String name = onnx.node("Reshape", "image", List.of(any.name(), shape));
        return new Image(name, any.channels(), any.rows(), any.columns(), false);
    }

    private Image tag(int fromTheEnd) throws ForgeException {
        if (tags.size() < fromTheEnd) {
            throw new ForgeException(request.label() + ": layer " + number + " refers to a tag that is not there");
        }
        return tags.get(tags.size() - fromTheEnd);
    }

    private ForgeException failure(Layer layer, String what) {
        return new ForgeException(request.label() + ": layer " + number + " ("
                + layer.getClass().getSimpleName() + ") does not fit: " + what);
    }
}
