package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Weights;

/**
 * Passes ONNX files through, and brings those into the form of a bundle's graph that have another one: one input of
 * floats, outputs of floats, constants that nobody can replace, the wanted outputs and the wanted input shape.
 */
public final class OnnxConverter implements Converter {
    private static final long CONSTANTS_NEED_NO_DECLARATION = 4;

    @Override
    public Converted convert(Weights weights, GraphRequest request) throws ForgeException {
        ModelProto model = OnnxFile.read(request.label(), weights.main());
        GraphProto.Builder graph = model.getGraph().toBuilder();
        Constants.settle(graph);
        SelectedOutputs.apply(graph, request);
        ConstantInputs.apply(graph, request);
        requireOneInput(graph, request);
        FloatTypes.apply(graph, request.label());
        InputShape.apply(graph, request);
        RequestedRewrites.apply(graph, request);
        if (graph.build().equals(model.getGraph())) {
            return Converted.of(model);
        }
        Constants.dropUnused(graph);
        return Converted.of(model.toBuilder()
                .setIrVersion(Math.max(model.getIrVersion(), CONSTANTS_NEED_NO_DECLARATION))
                .setGraph(graph.clearValueInfo())
                .build());
    }

    private static void requireOneInput(GraphProto.Builder graph, GraphRequest request) throws ForgeException {
        List<String> names =
                graph.getInputList().stream().map(ValueInfoProto::getName).toList();
        if (names.size() != 1) {
            throw new ForgeException(request.label() + ": the graph has the inputs " + names
                    + ", one for the image is needed; give the others a fixed value: convert.constant.<input> ="
                    + " value[,value…]");
        }
    }
}
