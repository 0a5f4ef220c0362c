package org.lynceus.forge.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Builds one ONNX graph, node by node, in the order of execution.
 *
 * <p>Values are known by their names; hints are made unique. Nodes and constants that no output depends on are left
 * out. Same calls, same bytes. Not thread-safe.
 */
public final class GraphBuilder {
    private static final long IR_VERSION = 8;
    private static final long OPSET = 13;

    private final GraphProto.Builder graph;
    private final List<NodeProto> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();

    /**
     * An empty graph.
     *
     * @param name the name of the graph
     */
    public GraphBuilder(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /**
     * Declares an input.
     *
     * @param name its name
     * @param shape its shape; -1 stands for the free batch dimension
     */
    public void input(String name, List<Long> shape) {
        names.add(name);
        graph.addInput(Tensors.declaration(name, shape));
    }

    /**
     * Keeps names for the outputs, so that no other value takes them.
     *
     * @param outputNames the names
     */
    public void reserve(List<String> outputNames) {
        names.addAll(outputNames);
    }

    /**
     * Declares a value to be an output.
     *
     * @param value the value
     * @param name the name that the output gets, reserved before
     * @param shape its shape; -1 stands for the free batch dimension
     */
    public void output(String value, String name, List<Long> shape) {
        boolean computed = nodes.stream().anyMatch(node -> node.getOutputList().contains(value));
        boolean free = computed && !outputs.containsKey(value);
        outputs.put(free ? value : node("Identity", name, List.of(value)), name);
        graph.addOutput(Tensors.declaration(name, shape));
    }

    /**
     * Adds a constant of floats.
     *
     * @param hint what its name should look like
     * @param values the values, row-major
     * @param dims the shape
     * @return its name
     */
    public String constant(String hint, float[] values, long... dims) {
        String name = unique(hint);
        graph.addInitializer(Tensors.floats(name, values, dims));
        return name;
    }

    /**
     * Adds a list of whole numbers.
     *
     * @param hint what its name should look like
     * @param values the numbers
     * @return its name
     */
    public String constant(String hint, long[] values) {
        String name = unique(hint);
        graph.addInitializer(Tensors.integers(name, values, values.length));
        return name;
    }

    /**
     * Adds a constant of any type.
     *
     * @param hint what its name should look like
     * @param tensor the constant; its own name does not matter
     * @return its name
     */
    public String constant(String hint, TensorProto tensor) {
        String name = unique(hint);
        graph.addInitializer(tensor.toBuilder().setName(name));
        return name;
    }

    /**
     * Adds a node with one output.
     *
     * @param operator the ONNX operator
     * @param hint what the name of its output should look like
     * @param inputs the names of its inputs; an empty name leaves an optional input out
     * @param attributes its attributes
     * @return the name of its output
     */
    public String node(String operator, String hint, List<String> inputs, AttributeProto... attributes) {
        return nodes(operator, List.of(hint), inputs, attributes).get(0);
    }

    /**
     * Adds a node with any number of outputs.
     *
     * @param operator the ONNX operator
     * @param hints what the names of its outputs should look like
     * @param inputs the names of its inputs; an empty name leaves an optional input out
     * @param attributes its attributes
     * @return the names of its outputs
     */
    public List<String> nodes(String operator, List<String> hints, List<String> inputs, AttributeProto... attributes) {
        List<String> names = hints.stream().map(this::unique).toList();
        nodes.add(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(names.get(0))
                .addAllInput(inputs)
                .addAllOutput(names)
                .addAllAttribute(List.of(attributes))
                .build());
        return names;
    }

    /** The finished model. */
    public ModelProto build() {
        UnaryOperator<String> renamed = name -> outputs.getOrDefault(name, name);
        Set<String> used = new HashSet<>(outputs.keySet());
        Deque<NodeProto> needed = new ArrayDeque<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).getOutputList().stream().anyMatch(used::contains)) {
                used.addAll(nodes.get(i).getInputList());
                needed.push(nodes.get(i));
            }
        }
        for (NodeProto node : needed) {
            graph.addNode(node.toBuilder()
                    .clearInput()
                    .addAllInput(node.getInputList().stream().map(renamed).toList())
                    .clearOutput()
                    .addAllOutput(node.getOutputList().stream().map(renamed).toList()));
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("lynceus-forge")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(withoutUnused(used))
                .build();
    }

    private GraphProto withoutUnused(Set<String> used) {
        List<TensorProto> constants = graph.getInitializerList().stream()
                .filter(constant -> used.contains(constant.getName()))
                .toList();
        return graph.clone().clearInitializer().addAllInitializer(constants).build();
    }

    private String unique(String hint) {
        String name = hint;
        for (int i = 1; !names.add(name); i++) {
            name = hint + "__" + i;
        }
        return name;
    }
}
