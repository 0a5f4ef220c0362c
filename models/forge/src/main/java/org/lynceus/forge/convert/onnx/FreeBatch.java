package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Tensors;

/** Frees the batch dimension of a graph that was stored for one input at a time. */
final class FreeBatch {
    private FreeBatch() {}

    /**
     * Lets every Reshape with a constant shape keep the first dimension of its input, and declares the first dimension
     * of the outputs free. Whether the graph then computes the same for every input of a batch is checked on the
     * result.
     *
     * @param graph the graph, changed in place
     * @param label the beginning of messages
     * @throws ForgeException when a Reshape merges the batch with another dimension
     */
    static void apply(GraphProto.Builder graph, String label) throws ForgeException {
        Set<String> shapes = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Reshape")) {
                shapes.add(node.getInput(1));
            }
        }
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto constant = graph.getInitializer(i);
            if (shapes.contains(constant.getName())) {
                long[] shape = Tensors.integers(constant);
                if (shape.length == 0 || shape[0] != 1) {
                    throw new ForgeException(label + ": the batch cannot be freed, a Reshape has the shape '"
                            + constant.getName() + "' that does not begin with 1");
                }
                shape[0] = 0;
                graph.setInitializer(i, Tensors.integers(constant.getName(), shape, shape.length));
            }
        }
        for (int i = 0; i < graph.getOutputCount(); i++) {
            List<Long> shape = new ArrayList<>(Tensors.shape(graph.getOutput(i)));
            shape.set(0, -1L);
            graph.setOutput(i, Tensors.declaration(graph.getOutput(i).getName(), shape));
        }
    }
}
