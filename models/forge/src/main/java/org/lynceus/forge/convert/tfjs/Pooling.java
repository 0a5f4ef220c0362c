package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import org.lynceus.forge.ForgeException;

/** The largest or the mean value of a window; neither counts what lies beyond the edge. */
enum Pooling {
    /** The largest value. */
    MAX("MaxPool"),
    /** The mean of the values inside the image. */
    AVERAGE("AveragePool");

    private final String operator;

    Pooling(String operator) {
        this.operator = operator;
    }

    /**
     * Adds a pooling.
     *
     * @param graph the graph
     * @param hint what the name of the result should look like
     * @param image the image
     * @param format where its channels are
     * @param window the window
     * @return the result
     */
    Value apply(Lowering graph, String hint, Value image, DataFormat format, SlidingWindow window)
            throws ForgeException {
        long[] size = format.size(image);
        long[] steps = window.steps(size);
        return graph.define(
                operator,
                hint,
                List.of(graph.name(image, format.toChannelsFirst())),
                format.dims(image.dims().get(0), format.channels(image), steps[0], steps[1]),
                ElementType.FLOAT,
                format.toChannelsFirst(),
                window.attributes(window.pads(size)).toArray(AttributeProto[]::new));
    }
}
