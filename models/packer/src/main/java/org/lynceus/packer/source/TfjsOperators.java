package org.lynceus.packer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lynceus.forge.ForgeException;

/** The operators or layers of TensorFlow.js models, and which of them have no conversion. */
public final class TfjsOperators {
    private static final Set<String> GIVEN = Set.of("Const", "Placeholder", "InputLayer");
    private static final String GRAPH = """
            {"format": "graph-model", "modelTopology": {"node": [{"name": "one", "op": "%s", "attr": {}}]},
             "weightsManifest": [{"paths": [], "weights": []}]}
            """;
    private static final String LAYERS = """
            {"format": "layers-model", "modelTopology": {"model_config": {"class_name": "Sequential", "config": {
              "name": "all", "layers": [{"class_name": "%s", "config": {"name": "one",
              "batch_input_shape": [null, 8, 8, 3]}}]}}}, "weightsManifest": [{"paths": [], "weights": []}]}
            """;

    private TfjsOperators() {}

    /**
     * Counts the operators of a graph model, or the layers of a layers model.
     *
     * @param file a TensorFlow.js model
     * @return how often each occurs, by its name
     * @throws ForgeException when it is damaged
     */
    public static Map<String, Integer> count(UserFile file) throws ForgeException {
        Map<String, Integer> counts = new TreeMap<>();
        JsonNode topology = topology(file);
        topology.path("node").forEach(node -> counts.merge(node.path("op").asText(), 1, Integer::sum));
        countLayers(topology.path("model_config"), counts);
        return counts;
    }

    /**
     * Asks the converter about each operator by a model of this one operator.
     *
     * @param file a TensorFlow.js model
     * @return names of those that it does not know
     * @throws ForgeException when the file is damaged
     */
    public static Set<String> unknown(UserFile file) throws ForgeException {
        String model = topology(file).has("node") ? GRAPH : LAYERS;
        Set<String> unknown = new TreeSet<>();
        for (String name : count(file).keySet()) {
            if (!GIVEN.contains(name)
                    && Conversions.lacks(Format.TFJS, model.formatted(name).getBytes(StandardCharsets.UTF_8))) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static void countLayers(JsonNode model, Map<String, Integer> counts) {
        JsonNode config = model.path("config");
        for (JsonNode layer : config.isArray() ? config : config.path("layers")) {
            if (layer.path("config").has("layers")) {
                countLayers(layer, counts);
            } else {
                counts.merge(layer.path("class_name").asText(), 1, Integer::sum);
            }
        }
    }

    private static JsonNode topology(UserFile file) throws ForgeException {
        try {
            return new ObjectMapper().readTree(file.weights().main()).path("modelTopology");
        } catch (IOException e) {
            throw new ForgeException(file.path() + " is not a JSON file, or it is cut off", e);
        }
    }
}
