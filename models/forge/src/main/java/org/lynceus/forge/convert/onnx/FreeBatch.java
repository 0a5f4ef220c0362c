package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Tensors;

/** Frees the batch dimension of a graph that was stored for a fixed number of inputs. */
final class FreeBatch {
    private FreeBatch() {}

    /**
     * Lets every Reshape of something computed from the input keep the first dimension, where it has a constant shape.
     * Whether the graph then computes the same for every input of a batch is checked on the result.
     *
     * @param graph the graph, changed in place
     * @param batch the stored batch size
     * @param label the beginning of messages
     * @throws ForgeException when a Reshape merges the batch with another dimension
     */
    static void apply(GraphProto.Builder graph, long batch, String label) throws ForgeException {
        Set<String> computed = new HashSet<>(Set.of(graph.getInput(0).getName()));
        Set<String> shapes = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            Set<String> used = new HashSet<>();
            Names.collect(node, used);
            if (used.stream().anyMatch(computed::contains)) {
                computed.addAll(node.getOutputList());
                if (node.getOpType().equals("Reshape")) {
                    shapes.add(node.getInput(1));
                }
            }
        }
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto constant = graph.getInitializer(i);
            if (shapes.contains(constant.getName())) {
                graph.setInitializer(i, freed(constant, batch, label));
            }
        }
    }

    private static TensorProto freed(TensorProto constant, long batch, String label) throws ForgeException {
        long[] shape = Tensors.integers(constant);
        boolean free = shape.length > 0 && (shape[0] == 0 || shape[0] == -1);
        if (free) {
            return constant;
        }
        if (shape.length == 0 || shape[0] != batch) {
            throw new ForgeException(label + ": the batch cannot be freed, a Reshape has the shape '"
                    + constant.getName() + "' that does not begin with " + batch);
        }
        shape[0] = 0;
        return Tensors.integers(constant.getName(), shape, shape.length);
    }
}
