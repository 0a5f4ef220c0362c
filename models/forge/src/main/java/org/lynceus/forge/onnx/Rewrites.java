package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that makes a graph faster, or right, in ONNX Runtime without changing what it means, but for rounding. */
public final class Rewrites {
    private Rewrites() {}

    /**
     * Applies all rewrites. A graph with branches or loops stays as it is: what is used inside them is not followed.
     *
     * @param model the model
     * @return the same function; the same object when nothing applies
     */
    public static ModelProto apply(ModelProto model) {
        if (model.getGraph().getNodeList().stream().anyMatch(Rewrites::hasBody)) {
            return model;
        }
        return PooledPad.rewrite(ChannelwisePRelu.rewrite(PaddedShortcut.rewrite(model)));
    }

    private static boolean hasBody(NodeProto node) {
        return node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.hasG() || attribute.getGraphsCount() > 0);
    }

    /** The model with other nodes and further constants, without the constants that are no longer used. */
    static ModelProto replaceNodes(ModelProto model, List<NodeProto> nodes, List<TensorProto> constants) {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.getInputList()));
        GraphProto.Builder graph =
                model.getGraph().toBuilder().clearNode().addAllNode(nodes).clearInitializer();
        model.getGraph().getInitializerList().stream()
                .filter(constant -> used.contains(constant.getName()))
                .forEach(graph::addInitializer);
        return model.toBuilder().setGraph(graph.addAllInitializer(constants)).build();
    }

    /** A node that is named like its only output. */
    static NodeProto.Builder node(String operator, String output, List<String> inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output);
    }
}
