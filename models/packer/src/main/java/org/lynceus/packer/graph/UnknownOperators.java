package org.lynceus.packer.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds all operators of a graph that ONNX Runtime does not know; a refusal names but the first. */
public final class UnknownOperators {
    private static final List<String> SIGNS = List.of("is not a registered function/op", "No Op registered for");

    private UnknownOperators() {}

    /**
     * Counts the operators of a graph.
     *
     * @param model the model
     * @return how often each occurs, by its name, with its domain where it has one
     */
    public static Map<String, Integer> count(ModelProto model) {
        Map<String, Integer> counts = new TreeMap<>();
        model.getGraph().getNodeList().forEach(node -> counts.merge(name(node), 1, Integer::sum));
        return counts;
    }

    /**
     * Asks the runtime about each kind of operator by a graph of one node.
     *
     * @param model the model
     * @return names of those that it does not know
     */
    public static Set<String> find(ModelProto model) {
        Engine.start();
        Map<String, NodeProto> examples = new TreeMap<>();
        model.getGraph().getNodeList().forEach(node -> examples.putIfAbsent(name(node), node));
        Set<String> unknown = new LinkedHashSet<>();
        examples.forEach((name, node) -> {
            if (refused(model, node)) {
                unknown.add(name);
            }
        });
        return unknown;
    }

    private static boolean refused(ModelProto model, NodeProto node) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("one").addNode(node);
        Set<String> inputs = new LinkedHashSet<>(node.getInputList());
        inputs.stream().filter(name -> !name.isEmpty()).forEach(name -> graph.addInput(floats(name)));
        node.getOutputList().stream()
                .filter(name -> !name.isEmpty())
                .limit(1)
                .forEach(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
        byte[] one = model.toBuilder().setGraph(graph).build().toByteArray();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            OrtEnvironment.getEnvironment().createSession(one, options).close();
            return false;
        } catch (OrtException e) {
            // A node without its surroundings is refused for many reasons; only one of them is asked about.
            return SIGNS.stream().anyMatch(String.valueOf(e.getMessage())::contains);
        }
    }

    private static ValueInfoProto floats(String name) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber())))
                .build();
    }

    private static String name(NodeProto node) {
        return node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx")
                ? node.getOpType()
                : node.getDomain() + "." + node.getOpType();
    }
}
