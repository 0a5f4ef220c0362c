package org.lynceus.forge.convert.tfjs;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.onnx.GraphBuilder;

/** The graph that a conversion gives: one input of floats, named outputs of floats. Not thread-safe. */
final class GraphResult {
    private final GraphBuilder onnx;
    private final Lowering graph;
    private final List<String> wanted;
    private Optional<String> input = Optional.empty();

    /**
     * An empty graph.
     *
     * @param request what is asked for; its option {@code outputs} names the wanted outputs
     */
    GraphResult(GraphRequest request) {
        this.onnx = new GraphBuilder(request.graph());
        this.graph = new Lowering(onnx);
        this.wanted = Optional.ofNullable(request.options().get("outputs")).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .toList();
    }

    Lowering graph() {
        return graph;
    }

    /** The names of the wanted outputs in order; empty for those that the model declares. */
    List<String> wanted() {
        return wanted;
    }

    void reserve(List<String> outputs) throws ForgeException {
        if (outputs.isEmpty() || new HashSet<>(outputs).size() != outputs.size()) {
            throw new ForgeException("the outputs " + outputs + " are not at least one, each once");
        }
        onnx.reserve(outputs);
    }

    /**
     * Declares the input. Whatever the model takes, the graph takes floats.
     *
     * @param name its name
     * @param stored the dimensions that the model declares
     * @param type the type of the model's input
     * @param request what is asked for
     * @return the input as the model reads it
     * @throws ForgeException when there is another input already or the dimensions do not fit
     */
    Value input(String name, List<Long> stored, ElementType type, GraphRequest request) throws ForgeException {
        if (input.isPresent()) {
            throw new ForgeException("the graph has the inputs '" + input.get() + "' and '" + name
                    + "', one was expected: name other outputs");
        }
        input = Optional.of(name);
        InputShape shape = InputShape.of(stored, request);
        onnx.input(name, shape.declared());
        Value floats = Value.computed(shape.dims(), ElementType.FLOAT, shape.order(), name);
        return Elementwise.cast(graph, name + "/cast", floats, type);
    }

    /**
     * Declares a value to be an output.
     *
     * @throws ForgeException when it is the input
     */
    void output(String name, Value value) throws ForgeException {
        if (input.filter(name::equals).isPresent()) {
            throw new ForgeException("'" + name + "' is the input and cannot be an output");
        }
        Value floats = Elementwise.cast(graph, name + "/cast", value, ElementType.FLOAT);
        onnx.output(graph.name(floats), name, value.dims());
    }

    ModelProto build() throws ForgeException {
        if (input.isEmpty()) {
            throw new ForgeException("the outputs do not depend on an input");
        }
        return onnx.build();
    }
}
