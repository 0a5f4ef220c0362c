package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.Tensors;

/**
 * Turns convolutions of videos [N, C, T, H, W] whose kernel is flat into convolutions of pictures, for which ONNX Runtime
 * has a blocked layout: one pixel wide and high, over [N, C, T, H W]; one frame long, over every frame for itself.
 * Measured on a shot detector, one AVX-512 core: 668 ms before, 516 ms after. Results differ by rounding only.
 */
final class FlatConvolutions {
    private static final int AXES = 3;
    private static final long[] FRAMES_FIRST = {0, 2, 1, 3, 4};

    private final GraphProto.Builder graph;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private boolean rewritten;

    private FlatConvolutions(GraphProto.Builder graph) {
        this.graph = graph;
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
    }

    /**
     * Rewrites a graph.
     *
     * @param graph the graph, changed in place
     * @return whether there was anything to rewrite
     */
    static boolean rewrite(GraphProto.Builder graph) {
        FlatConvolutions rewrite = new FlatConvolutions(graph);
        for (NodeProto node : graph.getNodeList()) {
            rewrite.replace(node);
        }
        graph.clearNode().addAllNode(rewrite.nodes);
        return rewrite.rewritten;
    }

    private void replace(NodeProto node) {
        TensorProto weights = node.getOpType().equals("Conv") ? constants.get(node.getInput(1)) : null;
        boolean plain = weights != null
                && weights.getDimsCount() == AXES + 2
                && node.getAttributeList().stream()
                        .noneMatch(attribute -> attribute.getName().equals("auto_pad"));
        if (plain && isFlat(node, weights, 1, 2)) {
            rewritten = true;
            alongTime(node, weights);
        } else if (plain && isFlat(node, weights, 0, 0)) {
            rewritten = true;
            withinFrames(node, weights);
        } else {
            nodes.add(node);
        }
    }

    /** Whether the kernel covers one value along some axes, without stride or padding there. */
    private static boolean isFlat(NodeProto node, TensorProto weights, int from, int to) {
        long[] strides = attribute(node, "strides", 1);
        long[] pads = attribute(node, "pads", 0);
        for (int axis = from; axis <= to; axis++) {
            if (weights.getDims(axis + 2) != 1 || strides[axis] != 1 || pads[axis] != 0 || pads[axis + AXES] != 0) {
                return false;
            }
        }
        return true;
    }

    private void alongTime(NodeProto node, TensorProto weights) {
        String video = node.getInput(0);
        String rows = video + "/rows";
        if (made.add(rows)) {
            add("Reshape", rows, List.of(video, constant(rows + "/shape", 0, 0, 0, -1)));
        }
        String output = node.getOutput(0);
        convolve(node, weights, rows, 0, AXES - 1);
        String size = gather(video, 3, 4);
        add("Concat", output + "/shape", List.of(constant("flat/kept", 0, 0, 0), size), Attributes.integer("axis", 0));
        add("Reshape", output, List.of(output + "/flat", output + "/shape"));
    }

    private void withinFrames(NodeProto node, TensorProto weights) {
        String video = node.getInput(0);
        String frames = video + "/frames";
        if (made.add(frames)) {
            String first = video + "/frames first";
            add("Transpose", first, List.of(video), Attributes.integers("perm", FRAMES_FIRST));
            String shape = frames + "/shape";
            List<String> sizes = List.of(constant("flat/all", -1), gather(video, 1, 3, 4));
            add("Concat", shape, sizes, Attributes.integer("axis", 0));
            add("Reshape", frames, List.of(first, shape));
        }
        String output = node.getOutput(0);
        convolve(node, weights, frames, 1, 2);
        String shape = output + "/shape";
        List<String> sizes = List.of(gather(video, 0, 2), gather(output + "/flat", 1, 2, 3));
        add("Concat", shape, sizes, Attributes.integer("axis", 0));
        add("Reshape", output + "/video", List.of(output + "/flat", shape));
        add("Transpose", output, List.of(output + "/video"), Attributes.integers("perm", FRAMES_FIRST));
    }

    /** The same convolution over two of the three axes. */
    private void convolve(NodeProto node, TensorProto weights, String input, int first, int second) {
        String output = node.getOutput(0) + "/flat";
        List<String> inputs = new ArrayList<>(node.getInputList());
        inputs.set(0, input);
        inputs.set(1, output + "/weights");
        TensorProto.Builder flat = weights.toBuilder().setName(inputs.get(1)).clearDims();
        flat.addDims(weights.getDims(0)).addDims(weights.getDims(1));
        flat.addDims(weights.getDims(first + 2)).addDims(weights.getDims(second + 2));
        graph.addInitializer(flat);
        long[] pads = attribute(node, "pads", 0);
        add(
                "Conv",
                output,
                inputs,
                Attributes.integer("group", attribute(node, "group", 1)[0]),
                Attributes.integers("kernel_shape", flat.getDims(2), flat.getDims(3)),
                Attributes.integers("strides", pair(node, "strides", first, second)),
                Attributes.integers("dilations", pair(node, "dilations", first, second)),
                Attributes.integers("pads", pads[first], pads[second], pads[first + AXES], pads[second + AXES]));
    }

    private static long[] pair(NodeProto node, String name, int first, int second) {
        long[] values = attribute(node, name, 1);
        return new long[] {values[first], values[second]};
    }

    private static long[] attribute(NodeProto node, String name, long otherwise) {
        for (AttributeProto attribute : node.getAttributeList()) {
            if (attribute.getName().equals(name)) {
                return attribute.getIntsCount() == 0
                        ? new long[] {attribute.getI()}
                        : attribute.getIntsList().stream()
                                .mapToLong(Long::longValue)
                                .toArray();
            }
        }
        long[] values = new long[2 * AXES];
        Arrays.fill(values, otherwise);
        return values;
    }

    /** Some dimensions of a value. */
    private String gather(String value, long... axes) {
        String shape = value + "/dims";
        if (made.add(shape)) {
            add("Shape", shape, List.of(value));
        }
        String name = shape + Arrays.toString(axes);
        if (made.add(name)) {
            add("Gather", name, List.of(shape, constant("flat/" + Arrays.toString(axes), axes)));
        }
        return name;
    }

    private String constant(String name, long... values) {
        if (made.add(name)) {
            graph.addInitializer(Tensors.integers(name, values, values.length));
        }
        return name;
    }

    private void add(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        nodes.add(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes))
                .build());
    }
}
