package org.lynceus.forge.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a graph should look like after conversion.
 *
 * @param model id of the model, for messages
 * @param graph name of the graph
 * @param shape wanted input shape, -1 for a free batch dimension; empty to keep that of the source
 * @param layout wanted order of the input's dimensions
 * @param options the {@code convert.*} keys of the model, without that prefix
 */
public record GraphRequest(
        String model, String graph, Optional<List<Long>> shape, Layout layout, Map<String, String> options) {
    public GraphRequest {
        shape = shape.map(List::copyOf);
        options = Map.copyOf(options);
    }

    /** Whether several inputs should go through the graph in one run. */
    public boolean freeBatch() {
        return shape.isPresent() && shape.get().get(0) < 0;
    }

    /** The beginning of every message about this graph. */
    public String label() {
        return "Model " + model + ", graph " + graph;
    }
}
