package org.lynceus.packer.source;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lynceus.forge.ForgeException;

/** Weights that an ONNX file keeps in other files beside it, as exports of large models do. */
final class ExternalData {
    private final Path model;
    private final Path folder;
    private final Map<String, byte[]> files = new HashMap<>();

    private ExternalData(Path model) {
        this.model = model;
        this.folder = model.toAbsolutePath().getParent();
    }

    /** The same model with all its weights inside. */
    static ModelProto inline(Path path, ModelProto model) throws ForgeException {
        if (model.getGraph().getInitializerList().stream().noneMatch(ExternalData::external)) {
            return model;
        }
        ExternalData data = new ExternalData(path);
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto weights = graph.getInitializer(i);
            if (external(weights)) {
                graph.setInitializer(i, data.load(weights));
            }
        }
        return model.toBuilder().setGraph(graph).build();
    }

    private static boolean external(TensorProto weights) {
        return weights.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    private TensorProto load(TensorProto weights) throws ForgeException {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : weights.getExternalDataList()) {
            entries.put(entry.getKey(), entry.getValue());
        }
        byte[] file = file(entries.getOrDefault("location", ""));
        try {
            long offset = Long.parseLong(entries.getOrDefault("offset", "0"));
            long length = Long.parseLong(entries.getOrDefault("length", Long.toString(file.length - offset)));
            if (offset < 0 || length < 0 || offset + length > file.length) {
                throw new ForgeException(model + ": the weights '" + weights.getName() + "' lie beyond the end of "
                        + entries.get("location") + " (" + file.length + " bytes): is it cut off?");
            }
            return weights.toBuilder()
                    .clearDataLocation()
                    .clearExternalData()
                    .setRawData(ByteString.copyFrom(file, (int) offset, (int) length))
                    .build();
        } catch (NumberFormatException e) {
            throw new ForgeException(
                    model + ": the place of the weights '" + weights.getName() + "' cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private byte[] file(String location) throws ForgeException {
        byte[] known = files.get(location);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve(location).normalize();
        if (location.isEmpty() || !file.startsWith(folder)) {
            throw new ForgeException(model + " keeps weights in '" + location + "', which is no file of its folder");
        }
        byte[] content = UserFile.bytes(file);
        files.put(location, content);
        return content;
    }
}
