package org.lynceus.packer.source;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lynceus.forge.ForgeException;

/** Reads ONNX files. */
public final class OnnxFile {
    private OnnxFile() {}

    /**
     * Reads an ONNX file with all its weights, those in files beside it included.
     *
     * @param file the file
     * @return the model
     * @throws ForgeException when it is damaged or weights are missing
     */
    public static ModelProto parse(UserFile file) throws ForgeException {
        byte[] bytes = file.weights().main();
        ModelProto model;
        try {
            model = ModelProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new ForgeException(
                    file.path() + " is not an ONNX file, or it is damaged or cut off (" + bytes.length + " bytes)", e);
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new ForgeException(file.path() + " is not an ONNX file, or its graph is empty");
        }
        return ExternalData.inline(file.path(), model);
    }

    /**
     * The inputs of a graph without those that are weights (old files declare weights as inputs as well).
     *
     * @param graph the graph
     * @return its inputs, in order
     */
    public static List<ValueInfoProto> inputs(GraphProto graph) {
        Set<String> weights = new HashSet<>();
        graph.getInitializerList().forEach(weight -> weights.add(weight.getName()));
        return graph.getInputList().stream()
                .filter(input -> !weights.contains(input.getName()))
                .toList();
    }

    /**
     * What the exporter noted in the file.
     *
     * @param model the model
     * @return values by key
     */
    public static Map<String, String> metadata(ModelProto model) {
        Map<String, String> metadata = new TreeMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        return metadata;
    }
}
