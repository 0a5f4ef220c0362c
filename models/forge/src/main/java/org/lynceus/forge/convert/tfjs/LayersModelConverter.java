package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;

/** Converts TensorFlow.js layers models: Keras models, sequential or functional, nested as they may be. */
final class LayersModelConverter {
    private static final String SEQUENTIAL = "Sequential";
    private static final String INPUT = "InputLayer";

    private final WeightManifest weights;
    private final GraphRequest request;
    private final GraphResult result;

    LayersModelConverter(WeightManifest weights, GraphRequest request, GraphResult result) {
        this.weights = weights;
        this.request = request;
        this.result = result;
    }

    /**
     * Converts the layers that the wanted outputs need; outputs are named like their layers.
     *
     * @param model the description of the model
     * @throws ForgeException when a layer is missing or has no conversion
     */
    void convert(JsonNode model) throws ForgeException {
        JsonNode topology = model.path("modelTopology");
        JsonNode stored = topology.has("model_config") ? topology.path("model_config") : topology;
        Layer whole = Layer.of(stored, weights);
        if (!whole.isModel()) {
            throw new ForgeException("this is neither a graph nor a Keras model but '" + whole.kind() + "'");
        }
        Network network = new Network(whole, List.of());
        List<String> names = result.wanted().isEmpty() ? network.declaredOutputs() : result.wanted();
        result.reserve(names);
        for (String name : names) {
            result.output(name, network.layer(name, 0));
        }
    }

    /** A model, the outer one or one that is used as a layer, with what it is applied to. */
    private final class Network {
        private final Layer model;
        private final List<Value> given;
        private final Map<String, Layer> layers = new HashMap<>();
        private final List<Layer> order = new ArrayList<>();
        private final Map<String, Value> values = new HashMap<>();
        private final Set<String> open = new HashSet<>();

        Network(Layer model, List<Value> given) {
            this.model = model;
            this.given = given;
            JsonNode config = model.config();
            for (JsonNode stored : config.isArray() ? config : config.path("layers")) {
                Layer layer = Layer.of(stored, weights);
                layers.put(layer.name(), layer);
                order.add(layer);
            }
        }

        List<String> declaredOutputs() throws ForgeException {
            if (order.isEmpty()) {
                throw new ForgeException("the model '" + model.name() + "' has no layers");
            }
            if (sequential()) {
                return List.of(order.get(order.size() - 1).name());
            }
            return references(model.config().path("output_layers")).stream()
                    .map(reference -> reference.path(0).asText())
                    .toList();
        }

        /** What the model gives: its first output. */
        Value output() throws ForgeException {
            if (sequential()) {
                return layer(declaredOutputs().get(0), 0);
            }
            List<JsonNode> outputs = references(model.config().path("output_layers"));
            if (outputs.isEmpty()) {
                throw new ForgeException("the model '" + model.name() + "' has no outputs");
            }
            return layer(outputs.get(0).path(0).asText(), outputs.get(0).path(1).asInt());
        }

        /** What a layer gives when it is applied for the n-th time. */
        Value layer(String name, int call) throws ForgeException {
            Layer layer = layers.get(name);
            if (layer == null) {
                throw new ForgeException("the model '" + model.name() + "' has no layer '" + name + "'");
            }
            int last = Math.max(layer.calls().size() - 1, 0);
            String key = name + "/" + Math.min(call, last);
            Value known = values.get(key);
            if (known != null) {
                return known;
            }
            if (!open.add(key)) {
                throw new ForgeException(layer + " reads its own result");
            }
            List<Value> inputs = layer.kind().equals(INPUT) ? List.of() : inputs(layer, Math.min(call, last));
            Value value = convert(layer, inputs);
            values.put(key, value);
            return value;
        }

        private Value convert(Layer layer, List<Value> inputs) throws ForgeException {
            if (layer.isModel()) {
                return new Network(layer, inputs).output();
            }
            try {
                if (layer.kind().equals(INPUT)) {
                    return given(layer);
                }
                LayerOp conversion = LayerOps.find(layer.kind())
                        .orElseThrow(() -> new ForgeException("there is no conversion for this layer"));
                return conversion.convert(layer, inputs, result.graph());
            } catch (ForgeException | IndexOutOfBoundsException | ArithmeticException e) {
                throw new ForgeException(layer + ": " + e.getMessage(), e);
            }
        }

        /** The operand that an input layer stands for. */
        private Value given(Layer layer) throws ForgeException {
            if (given.isEmpty()) {
                return input(layer);
            }
            if (sequential()) {
                return given.get(0);
            }
            List<String> inputs = references(model.config().path("input_layers")).stream()
                    .map(reference -> reference.path(0).asText())
                    .toList();
            return given.get(Math.max(inputs.indexOf(layer.name()), 0));
        }

        private List<Value> inputs(Layer layer, int call) throws ForgeException {
            if (sequential()) {
                int position = order.indexOf(layer);
                if (position > 0) {
                    return List.of(layer(order.get(position - 1).name(), 0));
                }
                // a nested model brings its own input layer
                return given.isEmpty() && !layer.isModel() ? List.of(input(layer)) : given;
            }
            List<Value> inputs = new ArrayList<>();
            for (JsonNode reference : layer.calls().path(call)) {
                if (!reference.isArray()) {
                    throw new ForgeException(layer + " names its operands in a form that has no conversion");
                }
                inputs.add(layer(reference.path(0).asText(), reference.path(1).asInt()));
            }
            return inputs;
        }

        private Value input(Layer layer) throws ForgeException {
            List<Long> shape = layer.integers("batch_input_shape");
            String type = layer.text("dtype", "float32");
            String name = layer.kind().equals(INPUT) ? layer.name() : layer.name() + "_input";
            return result.input(
                    name, shape.isEmpty() ? layer.integers("batch_shape") : shape, ElementType.of(type), request);
        }

        private boolean sequential() {
            return model.kind().equals(SEQUENTIAL);
        }

        /** A list of references to layers, or a single one. */
        private List<JsonNode> references(JsonNode stored) {
            if (stored.path(0).isTextual()) {
                return List.of(stored);
            }
            List<JsonNode> references = new ArrayList<>();
            stored.forEach(references::add);
            return references;
        }
    }
}
