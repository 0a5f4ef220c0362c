package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Tensors;

/**
 * Passes ONNX files through, with another input shape where one is asked for: a free batch dimension, or other rows and
 * columns of a fully convolutional detector whose priors are recomputed.
 */
public final class OnnxConverter implements Converter {
    private static final long OLDEST_OPSET = 7;
    private static final long NEWEST_OPSET = 24;

    @Override
    public ModelProto convert(Weights weights, GraphRequest request) throws ForgeException {
        byte[] source = weights.main();
        ModelProto model = parse(source, request);
        List<Long> stored = Tensors.shape(input(model.getGraph(), request));
        List<Long> wanted = request.shape().orElse(stored);
        if (wanted.equals(stored)) {
            return model;
        }
        if (wanted.size() != stored.size()) {
            throw new ForgeException(
                    request.label() + ": the shape " + wanted + " does not fit the stored one " + stored);
        }
        ModelProto.Builder reshaped = model.toBuilder();
        GraphProto.Builder graph = reshaped.getGraphBuilder().clearValueInfo();
        if (request.freeBatch()) {
            FreeBatch.apply(graph, request.label());
        }
        if (!wanted.subList(2, wanted.size()).equals(stored.subList(2, stored.size()))) {
            PriorTable.of(request).replace(graph, stored, wanted);
        }
        String name = input(model.getGraph(), request).getName();
        for (int i = 0; i < graph.getInputCount(); i++) {
            if (graph.getInput(i).getName().equals(name)) {
                graph.setInput(i, Tensors.declaration(name, wanted));
            }
        }
        return reshaped.build();
    }

    private static ModelProto parse(byte[] source, GraphRequest request) throws ForgeException {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(source);
        } catch (InvalidProtocolBufferException e) {
            throw new ForgeException(
                    request.label() + ": this is not an ONNX file, or it is cut off (" + source.length + " bytes)", e);
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new ForgeException(request.label() + ": the ONNX file has no nodes");
        }
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            boolean standard = opset.getDomain().isEmpty() || opset.getDomain().equals("ai.onnx");
            if (standard && (opset.getVersion() < OLDEST_OPSET || opset.getVersion() > NEWEST_OPSET)) {
                throw new ForgeException(request.label() + ": opset " + opset.getVersion() + " is not between "
                        + OLDEST_OPSET + " and " + NEWEST_OPSET);
            }
        }
        return model;
    }

    /** The one declared input that is not a weight (old files declare weights as inputs as well). */
    private static ValueInfoProto input(GraphProto graph, GraphRequest request) throws ForgeException {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> graph.getInitializerList().stream()
                        .noneMatch(weight -> weight.getName().equals(input.getName())))
                .toList();
        if (inputs.size() != 1) {
            throw new ForgeException(request.label() + ": the graph has " + inputs.size() + " inputs, one is needed");
        }
        return inputs.get(0);
    }
}
