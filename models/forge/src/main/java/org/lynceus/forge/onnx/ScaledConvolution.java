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
 * Folds constant factors and sums per channel into the convolution before them: (w * x + b) f + c = (w f) * x + (b f + c).
 *
 * <p>Batch normalisation, written as one product and one sum, disappears that way.
 */
public final class ScaledConvolution {
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Map<String, Integer> convolutions = new HashMap<>();
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final Map<String, TensorProto> added = new HashMap<>();

    private ScaledConvolution(GraphProto graph) {
        graph.getInitializerList().forEach(constant -> constants.put(constant.getName(), constant));
        graph.getOutputList().forEach(output -> outputs.add(output.getName()));
        graph.getNodeList().forEach(node -> node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum)));
    }

    /**
     * Rewrites a model.
     *
     * @param model the model
     * @return the same function; the same object when there is nothing to fold
     */
    public static ModelProto rewrite(ModelProto model) {
        ScaledConvolution rewrite = new ScaledConvolution(model.getGraph());
        model.getGraph().getNodeList().forEach(rewrite::take);
        if (rewrite.added.isEmpty()) {
            return model;
        }
        Set<String> used = new HashSet<>();
        rewrite.nodes.forEach(node -> used.addAll(node.getInputList()));
        List<TensorProto> constants = rewrite.added.values().stream()
                .filter(constant -> used.contains(constant.getName()))
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
        return Rewrites.replaceNodes(model, rewrite.nodes, constants);
    }

    private void take(NodeProto node) {
        boolean product = node.getOpType().equals("Mul");
        if ((product || node.getOpType().equals("Add")) && node.getInputCount() == 2) {
            for (int i = 0; i < 2; i++) {
                Integer position = convolutions.get(node.getInput(i));
                TensorProto values = constants.get(node.getInput(1 - i));
                if (position != null && values != null && fold(position, values, product, node.getOutput(0))) {
                    return;
                }
            }
        }
        if (isConvolution(node)) {
            convolutions.put(node.getOutput(0), nodes.size());
        }
        nodes.add(node);
    }

    private boolean fold(int position, TensorProto values, boolean product, String output) {
        NodeProto convolution = nodes.get(position);
        String name = convolution.getOutput(0);
        TensorProto weights = constant(convolution.getInput(1));
        int channels = Math.toIntExact(weights.getDims(outputAxis(convolution)));
        Optional<float[]> perChannel = perChannel(values, channels);
        if (perChannel.isEmpty() || outputs.contains(name) || uses.get(name) != 1) {
            return false;
        }
        float[] bias = convolution.getInputCount() > 2
                ? Tensors.floats(constant(convolution.getInput(2)))
                : new float[channels];
        NodeProto.Builder folded =
                convolution.toBuilder().setName(output).clearOutput().addOutput(output);
        if (product) {
            folded.setInput(
                    1,
                    add(
                            output + "/scaled-filter",
                            scaled(weights, perChannel.get(), outputAxis(convolution)),
                            weights));
        }
        for (int i = 0; i < channels; i++) {
            bias[i] = product
                    ? bias[i] * perChannel.get()[i]
                    : bias[i] + perChannel.get()[i];
        }
        if (!product || convolution.getInputCount() > 2) {
            TensorProto sums = Tensors.floats(output + "/scaled-bias", bias, channels);
            added.put(sums.getName(), sums);
            List<String> inputs = List.of(folded.getInput(0), folded.getInput(1), sums.getName());
            folded.clearInput().addAllInput(inputs);
        }
        nodes.set(position, folded.build());
        convolutions.remove(name);
        convolutions.put(output, position);
        return true;
    }

    private String add(String name, float[] values, TensorProto like) {
        long[] dims = like.getDimsList().stream().mapToLong(Long::longValue).toArray();
        added.put(name, Tensors.floats(name, values, dims));
        return name;
    }

    private static float[] scaled(TensorProto weights, float[] factors, int axis) {
        float[] values = Tensors.floats(weights);
        long inner = weights.getDimsList().stream().skip(axis + 1L).reduce(1L, Math::multiplyExact);
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[(int) (i / inner % factors.length)];
        }
        return values;
    }

    /** One value per channel of a channels-first image, when a constant broadcasts like that. */
    private static Optional<float[]> perChannel(TensorProto constant, int channels) {
        if (constant.getDataType() != TensorProto.DataType.FLOAT.getNumber()) {
            return Optional.empty();
        }
        List<Long> dims = constant.getDimsList();
        long size = dims.stream().reduce(1L, Math::multiplyExact);
        int axis = dims.size() - 3;
        if (size == 1 && dims.size() <= 4) {
            float[] same = new float[channels];
            Arrays.fill(same, Tensors.floats(constant)[0]);
            return Optional.of(same);
        }
        boolean matches = (axis == 0 || axis == 1) && size == channels && dims.get(axis) == channels;
        return matches ? Optional.of(Tensors.floats(constant)) : Optional.empty();
    }

    /** The dimension of the weights that counts the outputs. */
    private static int outputAxis(NodeProto convolution) {
        return convolution.getOpType().equals("Conv") ? 0 : 1;
    }

    private boolean isConvolution(NodeProto node) {
        boolean grouped = node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.getName().equals("group") && attribute.getI() != 1);
        return (node.getOpType().equals("Conv") || (node.getOpType().equals("ConvTranspose") && !grouped))
                && node.getInputList().subList(1, node.getInputCount()).stream()
                        .allMatch(input -> constants.containsKey(input)
                                && constants.get(input).getDataType() == TensorProto.DataType.FLOAT.getNumber())
                && constants.get(node.getInput(1)).getDimsCount() == 4;
    }

    private TensorProto constant(String name) {
        TensorProto made = added.get(name);
        return made != null ? made : constants.get(name);
    }
}
