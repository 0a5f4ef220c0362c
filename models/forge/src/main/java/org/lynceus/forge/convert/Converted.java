package org.lynceus.forge.convert;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a conversion gives.
 *
 * @param graph the graph
 * @param files further files of the bundle by name, such as a table of anchors that the source holds beside its graph
 */
public record Converted(ModelProto graph, Map<String, byte[]> files) {
    /** Keeps the files in the order of their names. */
    public Converted {
        files = new TreeMap<>(files);
    }

    /**
     * A graph without further files.
     *
     * @param graph the graph
     * @return the result of its conversion
     */
    public static Converted of(ModelProto graph) {
        return new Converted(graph, Map.of());
    }
}
