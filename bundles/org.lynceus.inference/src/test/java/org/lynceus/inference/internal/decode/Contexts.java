package org.lynceus.inference.internal.decode;

import java.io.FileNotFoundException;
import java.util.List;
import java.util.Map;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.GraphInfo.ColorOrder;
import org.lynceus.model.api.GraphInfo.Layout;
import org.lynceus.model.api.ModelInfo;

/** Contexts of decoders of a model {@code m} with a graph {@code g}. */
public final class Contexts {
    private Contexts() {}

    /** Without files; the graph takes 640 × 480 pixels. */
    public static DecoderContext of(Map<String, String> properties, String... labels) {
        return of(List.of(1L, 3L, 480L, 640L), properties, labels);
    }

    /** Without files. */
    public static DecoderContext of(List<Long> shape, Map<String, String> properties, String... labels) {
        GraphInfo graph =
                new GraphInfo("g", "g.onnx", "00", shape, Layout.NCHW, ColorOrder.RGB, List.of(0f), List.of(1f));
        return new DecoderContext(
                new ModelInfo("m", "1", "test", List.of(graph), List.of(labels), properties), graph, (path, limit) -> {
                    throw new FileNotFoundException("there is no such file");
                });
    }
}
