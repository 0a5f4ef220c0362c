package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;

/** Reads ONNX files and refuses those that cannot work. */
final class OnnxFile {
    private static final long OLDEST_OPSET = 7;
    private static final long NEWEST_OPSET = 24;

    private OnnxFile() {}

    /**
     * Reads a file.
     *
     * @param label the beginning of messages
     * @param file its bytes
     * @return the model
     * @throws ForgeException when it is no ONNX file, is cut off, has another operator set than ONNX Runtime knows, or
     *     keeps its weights in other files
     */
    static ModelProto read(String label, byte[] file) throws ForgeException {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(file);
        } catch (InvalidProtocolBufferException e) {
            throw new ForgeException(
                    label + ": this is not an ONNX file, or it is cut off (" + file.length + " bytes)", e);
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new ForgeException(label + ": the ONNX file has no nodes");
        }
        for (OperatorSetIdProto opset : model.getOpsetImportList()) {
            boolean standard = opset.getDomain().isEmpty() || opset.getDomain().equals("ai.onnx");
            if (standard && (opset.getVersion() < OLDEST_OPSET || opset.getVersion() > NEWEST_OPSET)) {
                throw new ForgeException(label + ": opset " + opset.getVersion() + " is not between " + OLDEST_OPSET
                        + " and " + NEWEST_OPSET);
            }
        }
        requireOwnWeights(label, model.getGraph());
        return model;
    }

    private static void requireOwnWeights(String label, GraphProto graph) throws ForgeException {
        for (TensorProto constant : Stream.concat(graph.getInitializerList().stream(), values(graph))
                .toList()) {
            if (constant.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                String file = constant.getExternalDataList().stream()
                        .filter(entry -> entry.getKey().equals("location"))
                        .map(entry -> "'" + entry.getValue() + "'")
                        .findFirst()
                        .orElse("another file");
                throw new ForgeException(label + ": the tensor '" + constant.getName() + "' lies in " + file
                        + ", not in the ONNX file; save the model as one file (onnx.save without external data)");
            }
        }
    }

    private static Stream<TensorProto> values(GraphProto graph) {
        return graph.getNodeList().stream()
                .filter(node -> node.getOpType().equals("Constant"))
                .map(NodeProto::getAttributeList)
                .flatMap(attributes ->
                        attributes.stream().filter(AttributeProto::hasT).map(AttributeProto::getT));
    }
}
