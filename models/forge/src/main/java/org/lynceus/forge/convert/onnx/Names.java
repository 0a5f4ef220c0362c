package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Set;

/** The names by which nodes refer to values, those inside the branches and loops of a graph included. */
final class Names {
    private Names() {}

    /**
     * Collects the values that a node uses.
     *
     * @param node the node
     * @param used takes their names
     */
    static void collect(NodeProto node, Set<String> used) {
        used.addAll(node.getInputList());
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.hasG()) {
                attribute.getG().getNodeList().forEach(inner -> collect(inner, used));
                attribute.getG().getOutputList().forEach(output -> used.add(output.getName()));
            }
        }
    }

    /**
     * Lets every node use another value instead of one.
     *
     * @param graph the graph, changed in place
     * @param from the name of the one
     * @param to the name of the other
     */
    static void replaceUses(GraphProto.Builder graph, String from, String to) {
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                if (node.getInput(i).equals(from)) {
                    node.setInput(i, to);
                }
            }
            for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
                if (attribute.hasG()) {
                    replaceUses(attribute.getGBuilder(), from, to);
                }
            }
        }
    }

    /**
     * Gives the value that a node makes another name, for all that use it too.
     *
     * @param graph the graph, changed in place
     * @param from its name
     * @param to its new name
     */
    static void rename(GraphProto.Builder graph, String from, String to) {
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int i = 0; i < node.getOutputCount(); i++) {
                if (node.getOutput(i).equals(from)) {
                    node.setOutput(i, to);
                }
            }
        }
        replaceUses(graph, from, to);
    }
}
