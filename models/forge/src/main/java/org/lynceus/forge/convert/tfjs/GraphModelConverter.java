package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;

/** Converts TensorFlow.js graph models. One conversion per instance. */
final class GraphModelConverter {
    private final GraphModel model;
    private final WeightManifest weights;
    private final GraphRequest request;
    private final GraphResult result;
    private final Map<String, List<Value>> values = new HashMap<>();

    GraphModelConverter(GraphModel model, WeightManifest weights, GraphRequest request, GraphResult result) {
        this.model = model;
        this.weights = weights;
        this.request = request;
        this.result = result;
    }

    /**
     * Converts the nodes that the wanted outputs need.
     *
     * @throws ForgeException when a node is missing or has no conversion
     */
    void convert() throws ForgeException {
        List<GraphNode.Reference> outputs = outputs();
        result.reserve(outputs.stream().map(GraphNode.Reference::toString).toList());
        for (GraphNode node : model.needed(outputs)) {
            try {
                values.put(node.name(), convert(node));
            } catch (ForgeException | IndexOutOfBoundsException | ArithmeticException e) {
                throw new ForgeException(node + ": " + e.getMessage(), e);
            }
        }
        for (GraphNode.Reference output : outputs) {
            result.output(output.toString(), value(output));
        }
    }

    private List<GraphNode.Reference> outputs() throws ForgeException {
        List<String> wanted = result.wanted();
        if (wanted.isEmpty()) {
            return model.outputs();
        }
        List<GraphNode.Reference> outputs = new ArrayList<>();
        for (String name : wanted) {
            outputs.add(GraphNode.Reference.of(name));
        }
        return outputs;
    }

    private List<Value> convert(GraphNode node) throws ForgeException {
        if (node.operator().equals("Const")) {
            return List.of(Value.of(
                    weights.find(node.name()).orElseThrow(() -> new ForgeException("the weights do not hold it"))));
        }
        if (node.operator().equals(GraphNode.INPUT)) {
            return List.of(result.input(node.name(), shape(node), node.type("dtype"), request));
        }
        GraphOp conversion = GraphOps.find(node.operator())
                .orElseThrow(() -> new ForgeException("there is no conversion for this operator"));
        List<Value> inputs = new ArrayList<>();
        for (GraphNode.Reference input : node.inputs()) {
            inputs.add(value(input));
        }
        boolean known = !inputs.isEmpty() && inputs.stream().allMatch(Value::isConstant);
        return known
                ? ConstantFolder.fold(graph -> conversion.convert(node, inputs, graph))
                : conversion.convert(node, inputs, result.graph());
    }

    private Value value(GraphNode.Reference reference) throws ForgeException {
        List<Value> outputs = values.get(reference.node());
        if (reference.output() >= outputs.size()) {
            throw new ForgeException("'" + reference + "' is read, the operator has " + outputs.size() + " results");
        }
        return outputs.get(reference.output());
    }

    /** The dimensions of an input: its own, otherwise those of the signature. */
    private List<Long> shape(GraphNode node) {
        List<Long> own = dims(node.attributes().path("shape").path("shape"));
        if (!own.isEmpty()) {
            return own;
        }
        for (JsonNode input : model.signature().path("inputs")) {
            if (input.path("name").asText().split(":")[0].equals(node.name())) {
                return dims(input.path("tensorShape"));
            }
        }
        return List.of();
    }

    private static List<Long> dims(JsonNode shape) {
        List<Long> dims = new ArrayList<>();
        shape.path("dim").forEach(dim -> dims.add(dim.path("size").asLong(-1)));
        return dims;
    }
}
