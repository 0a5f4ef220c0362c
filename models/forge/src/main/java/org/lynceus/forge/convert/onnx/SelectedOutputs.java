package org.lynceus.forge.convert.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;

/**
 * The outputs that {@code convert.outputs} names, in its order; everything that only the others need goes, inputs
 * included. A value in the middle of the graph may become an output, too; it is taken to be of floats.
 */
final class SelectedOutputs {
    private SelectedOutputs() {}

    /**
     * Selects the outputs, where the option is set.
     *
     * @param graph the graph, changed in place
     * @param request holds the option
     * @throws ForgeException when there is no value of that name
     */
    static void apply(GraphProto.Builder graph, GraphRequest request) throws ForgeException {
        String names = request.options().get("outputs");
        if (names == null) {
            return;
        }
        Map<String, ValueInfoProto> known = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(name -> known.put(name, floats(name))));
        graph.getValueInfoList().forEach(value -> known.replace(value.getName(), value));
        graph.getOutputList().forEach(output -> known.put(output.getName(), output));
        List<ValueInfoProto> selected = new ArrayList<>();
        for (String name : Arrays.stream(names.split(",")).map(String::strip).toList()) {
            if (!known.containsKey(name)) {
                throw new ForgeException(request.label() + ": convert.outputs names '" + name
                        + "', the outputs of the graph are "
                        + graph.getOutputList().stream()
                                .map(ValueInfoProto::getName)
                                .toList());
            }
            selected.add(known.get(name));
        }
        graph.clearOutput().addAllOutput(selected);
        prune(graph);
    }

    private static ValueInfoProto floats(String name) {
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    private static void prune(GraphProto.Builder graph) {
        Set<String> used = new HashSet<>();
        graph.getOutputList().forEach(output -> used.add(output.getName()));
        List<NodeProto> kept = new ArrayList<>();
        List<NodeProto> nodes = new ArrayList<>(graph.getNodeList());
        Collections.reverse(nodes);
        for (NodeProto node : nodes) {
            if (node.getOutputList().stream().anyMatch(used::contains)) {
                Names.collect(node, used);
                kept.add(node);
            }
        }
        Collections.reverse(kept);
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> used.contains(input.getName()))
                .toList();
        graph.clearNode().addAllNode(kept).clearInput().addAllInput(inputs);
    }
}
