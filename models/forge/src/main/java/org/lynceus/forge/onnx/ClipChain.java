package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins limits that follow each other, such as the three operators that some exporters write for ReLU6, into one.
 *
 * <p>ONNX Runtime fuses one Relu or Clip into the convolution before it and keeps its blocked channel layout; every further
 * link of a chain leaves that layout. Values stay the same to the bit.
 */
public final class ClipChain {
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<TensorProto> added = new ArrayList<>();

    /** What a Relu or Clip limits values to. */
    private record Limits(float low, float high) {
        Limits then(Limits next) {
            return new Limits(next.apply(low), next.apply(high));
        }

        private float apply(float value) {
            return Math.min(Math.max(value, low), high);
        }
    }

    private ClipChain(GraphProto graph) {
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));
        graph.getNodeList().forEach(node -> node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum)));
    }

    /**
     * Rewrites a model.
     *
     * @param model the model
     * @return the same function; the same object when there is nothing to join
     */
    public static ModelProto rewrite(ModelProto model) {
        ClipChain rewrite = new ClipChain(model.getGraph());
        model.getGraph().getNodeList().forEach(rewrite::take);
        if (rewrite.added.isEmpty()) {
            return model;
        }
        Set<String> used = new HashSet<>();
        rewrite.nodes.forEach(node -> used.addAll(node.getInputList()));
        return Rewrites.replaceNodes(
                model,
                rewrite.nodes,
                rewrite.added.stream()
                        .filter(limit -> used.contains(limit.getName()))
                        .toList());
    }

    private void take(NodeProto node) {
        Optional<Limits> own = limits(node);
        if (own.isPresent()) {
            String input = node.getInput(0);
            Integer before = positions.get(input);
            if (before != null && uses.get(input) == 1 && !outputs.contains(input)) {
                NodeProto first = nodes.get(before);
                Limits both = limits(first).orElseThrow().then(own.get());
                nodes.set(before, clip(node.getOutput(0), first.getInput(0), both));
                positions.put(node.getOutput(0), before);
                return;
            }
            positions.put(node.getOutput(0), nodes.size());
        }
        nodes.add(node);
    }

    private NodeProto clip(String output, String input, Limits limits) {
        TensorProto low = limit(output + "/joined-low", limits.low());
        TensorProto high = limit(output + "/joined-high", limits.high());
        return Rewrites.node("Clip", output, List.of(input, low.getName(), high.getName()))
                .build();
    }

    private TensorProto limit(String name, float value) {
        TensorProto limit = Tensors.floats(name, new float[] {value});
        constants.put(name, limit);
        added.add(limit);
        return limit;
    }

    private Optional<Limits> limits(NodeProto node) {
        if (node.getOpType().equals("Relu")) {
            return Optional.of(new Limits(0, Float.POSITIVE_INFINITY));
        }
        if (!node.getOpType().equals("Clip") || node.getAttributeCount() > 0) {
            return Optional.empty();
        }
        Optional<Float> low = bound(node, 1, Float.NEGATIVE_INFINITY);
        Optional<Float> high = bound(node, 2, Float.POSITIVE_INFINITY);
        return low.isPresent() && high.isPresent() ? Optional.of(new Limits(low.get(), high.get())) : Optional.empty();
    }

    private Optional<Float> bound(NodeProto node, int input, float open) {
        if (node.getInputCount() <= input || node.getInput(input).isEmpty()) {
            return Optional.of(open);
        }
        return Optional.ofNullable(constants.get(node.getInput(input)))
                .filter(constant -> constant.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .map(constant -> Tensors.floats(constant)[0]);
    }
}
