package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites PRelu with one constant slope per channel into operators that ONNX Runtime computes faster.
 *
 * <p>prelu(x) = a x + (1 - a) relu(x), for every slope a. Both products become depthwise 1x1 convolutions: unlike
 * PRelu they are vectorised and stay in the runtime's blocked channel layout, so that no reordering is needed between
 * them and their neighbours. Measured on one AVX-512 core: face mesh 3.4 ms with PRelu, 0.74 ms without; embedding 8.4
 * and 3.0 ms. Results differ by rounding only (relative 1e-6).
 */
final class ChannelwisePRelu {
    private ChannelwisePRelu() {}

    /**
     * Rewrites a model.
     *
     * @param model the model
     * @return the same function; the same object when there is nothing to rewrite
     */
    static ModelProto rewrite(ModelProto model) {
        GraphProto graph = model.getGraph();
        Map<String, TensorProto> slopes = new HashMap<>();
        for (TensorProto constant : graph.getInitializerList()) {
            if (isPerChannel(constant)) {
                slopes.put(constant.getName(), constant);
            }
        }
        List<NodeProto> nodes = new ArrayList<>();
        List<TensorProto> factors = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            TensorProto slope = node.getOpType().equals("PRelu") ? slopes.get(node.getInput(1)) : null;
            if (slope == null) {
                nodes.add(node);
            } else {
                replace(node, slope, nodes, factors);
            }
        }
        if (factors.isEmpty()) {
            return model;
        }
        return Rewrites.replaceNodes(model, nodes, factors);
    }

    /** Channels first: the slope of channel c applies to the whole plane. */
    private static boolean isPerChannel(TensorProto constant) {
        List<Long> dims = constant.getDimsList();
        return constant.getDataType() == TensorProto.DataType.FLOAT.getNumber()
                && dims.size() == 3
                && dims.get(0) > 1
                && dims.get(1) == 1
                && dims.get(2) == 1;
    }

    private static void replace(NodeProto node, TensorProto slope, List<NodeProto> nodes, List<TensorProto> factors) {
        String input = node.getInput(0);
        String output = node.getOutput(0);
        float[] kept = Tensors.floats(slope);
        float[] added = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            added[i] = 1 - kept[i];
        }
        nodes.add(Rewrites.node("Relu", output + "/positive", List.of(input)).build());
        nodes.add(scale(output + "/added", output + "/positive", added, factors));
        nodes.add(scale(output + "/kept", input, kept, factors));
        nodes.add(Rewrites.node("Add", output, List.of(output + "/kept", output + "/added"))
                .build());
    }

    private static NodeProto scale(String output, String input, float[] byChannel, List<TensorProto> factors) {
        String weights = output + "/factors";
        factors.add(Tensors.floats(weights, byChannel, byChannel.length, 1, 1, 1));
        return Rewrites.node("Conv", output, List.of(input, weights))
                .addAttribute(Attributes.integer("group", byChannel.length))
                .addAttribute(Attributes.integers("kernel_shape", 1, 1))
                .build();
    }
}
