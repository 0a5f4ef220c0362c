package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the zero channels out of residual shortcuts.
 *
 * <p>Where a block widens, mobile networks pad the shortcut with zero channels and add it to a convolution:
 * relu(conv(x) + pad(s)). Split into the channels that meet the shortcut and those that meet zeros, that is
 * concat(relu(conv1(x) + s), relu(conv2(x))): no more arithmetic, and ONNX Runtime fuses sum and activation into the
 * convolution and keeps its blocked channel layout, which a Pad breaks. Measured on the face verifier: 2.05 ms before,
 * 1.65 ms after.
 */
final class PaddedShortcut {
    private static final int CHANNEL = 1;

    private final List<NodeProto> nodes;
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, List<NodeProto>> consumers = new HashMap<>();
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final Map<NodeProto, List<NodeProto>> replaced = new HashMap<>();
    private final List<TensorProto> added = new ArrayList<>();

    private PaddedShortcut(GraphProto graph) {
        nodes = graph.getNodeList();
        for (NodeProto node : nodes) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            node.getInputList()
                    .forEach(input -> consumers
                            .computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
        }
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));
    }

    static ModelProto rewrite(ModelProto model) {
        PaddedShortcut rewrite = new PaddedShortcut(model.getGraph());
        rewrite.nodes.forEach(rewrite::replace);
        if (rewrite.replaced.isEmpty()) {
            return model;
        }
        List<NodeProto> rewritten = new ArrayList<>();
        for (NodeProto node : rewrite.nodes) {
            rewritten.addAll(rewrite.replaced.getOrDefault(node, List.of(node)));
        }
        return Rewrites.replaceNodes(model, rewritten, rewrite.added);
    }

    private void replace(NodeProto pad) {
        long zeros = zeroChannels(pad);
        Optional<NodeProto> sum = onlyConsumer(pad, "Add");
        if (zeros == 0 || sum.isEmpty()) {
            return;
        }
        Optional<NodeProto> convolution = sum.get().getInputList().stream()
                .map(producers::get)
                .filter(node -> node != null && isPlainConvolution(node))
                .filter(node -> onlyConsumer(node, "Add").isPresent())
                .findFirst();
        if (convolution.isPresent()) {
            split(pad, convolution.get(), sum.get(), zeros);
        }
    }

    private void split(NodeProto pad, NodeProto convolution, NodeProto sum, long zeros) {
        Optional<NodeProto> activation = onlyConsumer(sum, "Relu");
        String name = convolution.getOutput(0);
        long channels = constants.get(convolution.getInput(1)).getDims(0) - zeros;
        NodeProto met = part(convolution, name + "/met", 0, channels);
        NodeProto unmet = part(convolution, name + "/unmet", channels, channels + zeros);
        String shortcut = pad.getInput(0);
        String total = name + "/sum";
        List<NodeProto> made = new ArrayList<>(List.of(
                met,
                unmet,
                Rewrites.node("Add", total, List.of(shortcut, met.getOutput(0))).build()));
        String output = sum.getOutput(0);
        List<String> halves = List.of(total, unmet.getOutput(0));
        if (activation.isPresent()) {
            output = activation.get().getOutput(0);
            halves.forEach(half -> made.add(
                    Rewrites.node("Relu", half + "/relu", List.of(half)).build()));
            halves = halves.stream().map(half -> half + "/relu").toList();
            replaced.put(activation.get(), List.of());
        }
        made.add(Rewrites.node("Concat", output, halves)
                .addAttribute(Attributes.integer("axis", CHANNEL))
                .build());
        replaced.put(pad, List.of());
        replaced.put(convolution, List.of());
        replaced.put(sum, made);
    }

    /** The same convolution for some of its output channels. */
    private NodeProto part(NodeProto convolution, String output, long from, long to) {
        NodeProto.Builder part =
                convolution.toBuilder().setName(output).clearOutput().addOutput(output);
        for (int input = 1; input < convolution.getInputCount(); input++) {
            TensorProto whole = constants.get(convolution.getInput(input));
            float[] values = Tensors.floats(whole);
            int each = Math.toIntExact(values.length / whole.getDims(0));
            long[] dims =
                    whole.getDimsList().stream().mapToLong(Long::longValue).toArray();
            dims[0] = to - from;
            TensorProto taken = Tensors.floats(
                    output + "/" + whole.getName(),
                    Arrays.copyOfRange(values, Math.toIntExact(from * each), Math.toIntExact(to * each)),
                    dims);
            added.add(taken);
            part.setInput(input, taken.getName());
        }
        return part.build();
    }

    /** How many zero channels a node appends to a channels-first image, if that is all it does; otherwise 0. */
    private long zeroChannels(NodeProto node) {
        if (!node.getOpType().equals("Pad") || node.getInputCount() != 2 || !constants.containsKey(node.getInput(1))) {
            return 0;
        }
        boolean zeros = node.getAttributeList().stream()
                .allMatch(attribute -> attribute.getName().equals("mode")
                        && attribute.getS().toStringUtf8().equals("constant"));
        long[] pads = Tensors.integers(constants.get(node.getInput(1)));
        if (!zeros || pads.length != 8) {
            return 0;
        }
        long appended = pads[4 + CHANNEL];
        pads[4 + CHANNEL] = 0;
        return Arrays.stream(pads).allMatch(amount -> amount == 0) ? appended : 0;
    }

    private boolean isPlainConvolution(NodeProto node) {
        return node.getOpType().equals("Conv")
                && node.getInputList().subList(1, node.getInputCount()).stream()
                        .allMatch(input -> constants.containsKey(input)
                                && constants.get(input).getDataType() == TensorProto.DataType.FLOAT.getNumber())
                && node.getAttributeList().stream()
                        .noneMatch(attribute -> attribute.getName().equals("group") && attribute.getI() != 1);
    }

    private Optional<NodeProto> onlyConsumer(NodeProto node, String operator) {
        List<NodeProto> next = consumers.getOrDefault(node.getOutput(0), List.of());
        return next.size() == 1 && next.get(0).getOpType().equals(operator) && !outputs.contains(node.getOutput(0))
                ? Optional.of(next.get(0))
                : Optional.empty();
    }
}
