package org.lynceus.forge.convert.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.forge.ForgeException;

/**
 * A TensorFlow graph as TensorFlow.js stores it.
 *
 * @param nodes its nodes by name
 * @param signature the declared inputs and outputs
 */
record GraphModel(Map<String, GraphNode> nodes, JsonNode signature) {
    /** Reads a graph. */
    static GraphModel read(JsonNode model) throws ForgeException {
        Map<String, GraphNode> nodes = new LinkedHashMap<>();
        for (JsonNode stored : model.path("modelTopology").path("node")) {
            GraphNode node = GraphNode.of(stored);
            nodes.put(node.name(), node);
        }
        JsonNode signature = model.path("signature");
        return new GraphModel(
                nodes,
                signature.has("outputs")
                        ? signature
                        : model.path("userDefinedMetadata").path("signature"));
    }

    /**
     * Cuts the graph in front of what a node gives.
     *
     * @param name the node whose result becomes an input of floats
     * @return the graph without what that node reads
     * @throws ForgeException when there is no such node
     */
    GraphModel from(String name) throws ForgeException {
        node(name);
        Map<String, GraphNode> cut = new LinkedHashMap<>(nodes);
        cut.put(name, new GraphNode(name, GraphNode.INPUT, List.of(), MissingNode.getInstance()));
        return new GraphModel(cut, signature);
    }

    /**
     * The outputs that the graph declares; without a declaration, the nodes that nothing reads.
     *
     * @return what the outputs are, in the declared order
     */
    List<GraphNode.Reference> outputs() throws ForgeException {
        List<GraphNode.Reference> outputs = new ArrayList<>();
        for (JsonNode output : signature.path("outputs")) {
            outputs.add(GraphNode.Reference.of(output.path("name").asText()));
        }
        if (outputs.isEmpty()) {
            Set<String> read = new HashSet<>();
            nodes.values().forEach(node -> node.inputs().forEach(input -> read.add(input.node())));
            nodes.values().stream()
                    .filter(node -> !read.contains(node.name())
                            && !List.of("Const", "NoOp", GraphNode.INPUT).contains(node.operator()))
                    .forEach(node -> outputs.add(new GraphNode.Reference(node.name(), 0)));
        }
        return outputs;
    }

    /**
     * The nodes that some outputs need.
     *
     * @param outputs the outputs
     * @return the nodes, each after those that it reads
     * @throws ForgeException when one is missing or the graph has a circle
     */
    List<GraphNode> needed(List<GraphNode.Reference> outputs) throws ForgeException {
        List<GraphNode> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        Set<String> open = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        for (int i = outputs.size() - 1; i >= 0; i--) {
            pending.push(outputs.get(i).node());
        }
        while (!pending.isEmpty()) {
            GraphNode node = node(pending.peek());
            if (done.contains(node.name())) {
                pending.pop();
            } else if (open.add(node.name())) {
                for (GraphNode.Reference input : node.inputs()) {
                    if (!done.contains(input.node())) {
                        if (open.contains(input.node())) {
                            throw new ForgeException(node + " and '" + input + "' read each other");
                        }
                        pending.push(input.node());
                    }
                }
            } else {
                pending.pop();
                done.add(node.name());
                order.add(node);
            }
        }
        return order;
    }

    private GraphNode node(String name) throws ForgeException {
        GraphNode node = nodes.get(name);
        if (node == null) {
            throw new ForgeException("the graph has no node '" + name + "'");
        }
        return node;
    }
}
