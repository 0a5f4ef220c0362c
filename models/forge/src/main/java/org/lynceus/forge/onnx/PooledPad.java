package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps ONNX Runtime from merging a Pad into the pooling behind it.
 *
 * <p>Its pass {@code Pad_Fusion} turns zeros around an image into the pads of a MaxPool, which count as minus infinity
 * (seen in 1.29 and 1.30): where all values beside the border are negative, the result is wrong. The pass wants exact
 * zeros, so the border gets the smallest normal number, 1.2e-38, instead.
 */
final class PooledPad {
    private static final Set<String> POOLS = Set.of("MaxPool", "AveragePool");

    private PooledPad() {}

    /**
     * Rewrites a model.
     *
     * @param model the model
     * @return the same function; the same object when there is nothing to rewrite
     */
    static ModelProto rewrite(ModelProto model) {
        GraphProto graph = model.getGraph();
        Map<String, NodeProto> producers = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(output -> producers.put(output, node)));
        Set<String> pooled = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            NodeProto before = POOLS.contains(node.getOpType()) ? producers.get(node.getInput(0)) : null;
            while (before != null && before.getOpType().equals("Transpose")) {
                before = producers.get(before.getInput(0));
            }
            if (before != null && before.getOpType().equals("Pad") && padsWithZeros(before, graph)) {
                pooled.add(before.getOutput(0));
            }
        }
        if (pooled.isEmpty()) {
            return model;
        }
        List<NodeProto> nodes = new ArrayList<>();
        List<TensorProto> fills = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            boolean rewritten = node.getOutputCount() > 0 && pooled.contains(node.getOutput(0));
            nodes.add(rewritten ? filled(node, fills) : node);
        }
        return Rewrites.replaceNodes(model, nodes, fills);
    }

    private static boolean padsWithZeros(NodeProto pad, GraphProto graph) {
        for (AttributeProto attribute : pad.getAttributeList()) {
            boolean otherMode = attribute.getName().equals("mode")
                    && !attribute.getS().toStringUtf8().equals("constant");
            if (otherMode || attribute.getName().equals("value") && attribute.getF() != 0) {
                return false;
            }
        }
        return pad.getInputCount() < 3
                || pad.getInput(2).isEmpty()
                || graph.getInitializerList().stream()
                        .filter(constant -> constant.getName().equals(pad.getInput(2)))
                        .anyMatch(PooledPad::isZero);
    }

    private static boolean isZero(TensorProto constant) {
        if (constant.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
            return false;
        }
        float[] values = Tensors.floats(constant);
        return values.length == 1 && values[0] == 0;
    }

    /** The value is an input since opset 11, an attribute before. */
    private static NodeProto filled(NodeProto pad, List<TensorProto> fills) {
        NodeProto.Builder filled = pad.toBuilder();
        if (pad.getInputCount() == 1) {
            filled.clearAttribute();
            pad.getAttributeList().stream()
                    .filter(attribute -> !attribute.getName().equals("value"))
                    .forEach(filled::addAttribute);
            return filled.addAttribute(Attributes.real("value", Float.MIN_NORMAL))
                    .build();
        }
        String name = pad.getOutput(0) + "/border";
        fills.add(Tensors.floats(name, new float[] {Float.MIN_NORMAL}));
        filled.clearInput().addInput(pad.getInput(0)).addInput(pad.getInput(1)).addInput(name);
        for (int i = 3; i < pad.getInputCount(); i++) {
            filled.addInput(pad.getInput(i));
        }
        return filled.build();
    }
}
