package org.lynceus.forge.convert.tflite;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * Converts TensorFlow Lite files.
 *
 * <p>Half-precision weights become single precision. The graph computes channels-first; its input has the layout that
 * the request wants, its outputs keep the shapes and names of the file.
 */
public final class TfliteConverter implements Converter {
    @Override
    public ModelProto convert(Weights weights, GraphRequest request) throws ForgeException {
        TfliteGraph graph = TfliteGraph.read(request.label(), weights.main());
        GraphBuilder onnx = new GraphBuilder(request.graph());
        onnx.reserve(graph.outputs().stream().map(TfliteTensor::name).toList());
        TfliteContext context = new TfliteContext(onnx, request.freeBatch());
        for (TfliteTensor input : graph.inputs()) {
            onnx.input(input.name(), inputShape(context.shape(input), request.layout()));
            context.define(input, input.name(), input.shape().size() == 4 ? request.layout() : Layout.NHWC);
        }
        for (TfliteOperator operator : graph.operators()) {
            convert(operator, context, request);
        }
        for (TfliteTensor output : graph.outputs()) {
            onnx.output(context.value(output, Layout.NHWC), output.name(), context.shape(output));
        }
        return onnx.build();
    }

    private static void convert(TfliteOperator operator, TfliteContext context, GraphRequest request)
            throws ForgeException {
        OpConverter converter = OpConverters.find(operator.name())
                .orElseThrow(() -> new ForgeException(request.label() + ": there is no conversion for " + operator));
        try {
            converter.convert(operator, context);
        } catch (ForgeException | IndexOutOfBoundsException e) {
            throw new ForgeException(request.label() + ": " + operator + ": " + e.getMessage(), e);
        }
    }

    private static List<Long> inputShape(List<Long> shape, Layout layout) {
        List<Long> ordered = new ArrayList<>(shape);
        if (shape.size() == 4 && layout == Layout.NCHW) {
            ordered.add(1, ordered.remove(3));
        }
        return ordered;
    }
}
