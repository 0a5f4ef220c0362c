package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/**
 * Convolutions over rows and columns.
 *
 * <p>Filters are stored as rows, columns, inputs, outputs (HWIO), those of depthwise convolutions as rows, columns,
 * channels, multiplier, those of transposed ones as rows, columns, outputs, inputs; ONNX has outputs and inputs in front.
 */
final class Convolution {
    private static final Permutation OUTPUTS_FIRST = new Permutation(List.of(3, 2, 0, 1));
    private static final Permutation CHANNELS_FIRST = new Permutation(List.of(2, 3, 0, 1));

    private final Lowering graph;
    private final String hint;
    private final DataFormat format;

    /**
     * Convolutions with results of one name.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param format where the images have their channels
     */
    Convolution(Lowering graph, String hint, DataFormat format) {
        this.graph = graph;
        this.hint = hint;
        this.format = format;
    }

    /** A convolution; every output sees all channels. */
    Value dense(
            Value image,
            Constant filter,
            Optional<Constant> bias,
            long[] stride,
            long[] dilation,
            SlidingWindow.Padding padding)
            throws ForgeException {
        requireFilter(filter, 2, image);
        SlidingWindow window = new SlidingWindow(kernel(filter), stride, dilation, padding);
        return apply(image, window, 1, filter.transpose(OUTPUTS_FIRST), bias);
    }

    /** A depthwise convolution: every channel on its own, several outputs each. */
    Value depthwise(
            Value image,
            Constant filter,
            Optional<Constant> bias,
            long[] stride,
            long[] dilation,
            SlidingWindow.Padding padding)
            throws ForgeException {
        requireFilter(filter, 2, image);
        long channels = filter.dims().get(2);
        long[] kernel = kernel(filter);
        Constant weights = filter.transpose(CHANNELS_FIRST)
                .reshape(List.of(channels * filter.dims().get(3), 1L, kernel[0], kernel[1]));
        return apply(image, new SlidingWindow(kernel, stride, dilation, padding), channels, weights, bias);
    }

    /**
     * A transposed convolution: the gradient of a convolution with regard to its image.
     *
     * @param image what is spread out
     * @param filter rows, columns, outputs, inputs
     * @param bias added to every output
     * @param stride steps of the convolution that this one turns round
     * @param padding its padding
     * @param size rows and columns of the result
     * @return the result
     */
    Value transposed(
            Value image,
            Constant filter,
            Optional<Constant> bias,
            long[] stride,
            SlidingWindow.Padding padding,
            long[] size)
            throws ForgeException {
        requireFilter(filter, 3, image);
        SlidingWindow window = new SlidingWindow(kernel(filter), stride, new long[] {1, 1}, padding);
        long[] pads = window.pads(size);
        long[] from = format.size(image);
        long[] extra = new long[2];
        for (int axis = 0; axis < 2; axis++) {
            extra[axis] =
                    size[axis] - ((from[axis] - 1) * stride[axis] + window.extent(axis) - pads[axis] - pads[axis + 2]);
            if (extra[axis] < 0) {
                throw new ForgeException("a result of " + size[0] + " x " + size[1] + " is too small for " + image);
            }
        }
        List<AttributeProto> attributes = new ArrayList<>(window.attributes(pads));
        attributes.add(Attributes.integers("output_padding", extra));
        return node(
                "ConvTranspose",
                image,
                filter.transpose(OUTPUTS_FIRST),
                bias,
                filter.dims().get(2),
                size,
                attributes);
    }

    private Value apply(Value image, SlidingWindow window, long group, Constant weights, Optional<Constant> bias)
            throws ForgeException {
        long[] size = format.size(image);
        List<AttributeProto> attributes = new ArrayList<>(window.attributes(window.pads(size)));
        attributes.add(Attributes.integers("dilations", window.dilation()));
        attributes.add(Attributes.integer("group", group));
        return node("Conv", image, weights, bias, weights.dims().get(0), window.steps(size), attributes);
    }

    private Value node(
            String operator,
            Value image,
            Constant weights,
            Optional<Constant> bias,
            long outputs,
            long[] size,
            List<AttributeProto> attributes)
            throws ForgeException {
        List<String> inputs = new ArrayList<>();
        inputs.add(graph.name(image, format.toChannelsFirst()));
        inputs.add(graph.initializer(hint + "/filter", weights));
        if (bias.isPresent()) {
            if (bias.get().size() != outputs) {
                throw new ForgeException("the bias " + bias.get().dims() + " does not fit " + outputs + " outputs");
            }
            inputs.add(graph.initializer(hint + "/bias", bias.get().reshape(List.of(outputs))));
        }
        return graph.define(
                operator,
                hint,
                inputs,
                format.dims(image.dims().get(0), outputs, size[0], size[1]),
                ElementType.FLOAT,
                format.toChannelsFirst(),
                attributes.toArray(AttributeProto[]::new));
    }

    private void requireFilter(Constant filter, int channelAxis, Value image) throws ForgeException {
        if (image.rank() != 4
                || filter.dims().size() != 4
                || filter.type() != ElementType.FLOAT
                || filter.dims().get(channelAxis) != format.channels(image)) {
            throw new ForgeException("a filter " + filter.dims() + " does not fit " + image);
        }
    }

    private static long[] kernel(Constant filter) {
        return new long[] {filter.dims().get(0), filter.dims().get(1)};
    }
}
