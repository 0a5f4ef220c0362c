package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The constants of a graph, brought into one form. */
final class Constants {
    private static final String TENSOR = "value";

    private Constants() {}

    /**
     * Makes initializers of Constant nodes, which rewrites would not see, and takes initializers out of the declared
     * inputs: what a caller could replace, ONNX Runtime does not fold into its neighbours.
     *
     * @param graph the graph, changed in place
     */
    static void settle(GraphProto.Builder graph) {
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            if (isTensor(node)) {
                graph.addInitializer(node.getAttribute(0).getT().toBuilder().setName(node.getOutput(0)));
            } else {
                nodes.add(node);
            }
        }
        if (nodes.size() < graph.getNodeCount()) {
            graph.clearNode().addAllNode(nodes);
        }
        Set<String> constants =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .toList();
        if (inputs.size() < graph.getInputCount()) {
            graph.clearInput().addAllInput(inputs);
        }
    }

    /**
     * Drops initializers that nothing uses.
     *
     * @param graph the graph, changed in place
     */
    static void dropUnused(GraphProto.Builder graph) {
        Set<String> used = new HashSet<>();
        graph.getNodeList().forEach(node -> Names.collect(node, used));
        graph.getOutputList().forEach(output -> used.add(output.getName()));
        List<TensorProto> kept = graph.getInitializerList().stream()
                .filter(constant -> used.contains(constant.getName()))
                .toList();
        graph.clearInitializer().addAllInitializer(kept);
    }

    private static boolean isTensor(NodeProto node) {
        return node.getOpType().equals("Constant")
                && node.getAttributeCount() == 1
                && node.getAttribute(0).getName().equals(TENSOR)
                && node.getAttribute(0).hasT();
    }
}
