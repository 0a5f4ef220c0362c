package org.lynceus.rekognition.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The service model: operations, errors and named shapes, without its documentation texts. Immutable. */
final class ServiceModel {
    private static final Set<String> TYPES =
            Set.of("structure", "list", "map", "string", "integer", "long", "float", "boolean", "blob", "timestamp");

    private final JsonNode root;
    private final Map<String, Shape> shapes = new TreeMap<>();

    /** One member of a structure: its name on the wire, the name of its shape, and whether it must be present. */
    record Member(String name, String shape, boolean required) {}

    /** One operation with the names of its input and output structures and of its errors, in model order. */
    record Operation(String name, String input, String output, List<String> errors) {}

    ServiceModel(JsonNode root) {
        this.root = root;
        root.path("shapes").properties().forEach(e -> shapes.put(e.getKey(), new Shape(e.getKey(), e.getValue())));
        for (Shape shape : shapes.values()) {
            if (!TYPES.contains(shape.type())) {
                throw new IllegalStateException("unsupported type " + shape.type() + " of shape " + shape.name());
            }
            if (shape.is("structure")) {
                rejectCycle(shape.name(), new HashSet<>());
            }
        }
    }

    static ServiceModel load(String resource) throws IOException {
        try (InputStream in = ServiceModel.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("not on the class path: " + resource);
            }
            return new ServiceModel(new ObjectMapper().readTree(in));
        }
    }

    /** The names of all structures that become records: every one except the errors that carry no member. */
    List<String> structures() {
        return shapes.values().stream()
                .filter(s -> s.is("structure") && !(s.isError() && s.members().isEmpty()))
                .map(Shape::name)
                .toList();
    }

    List<String> enums() {
        return shapes.values().stream()
                .filter(s -> !s.enumValues().isEmpty())
                .map(Shape::name)
                .toList();
    }

    List<Shape> scalars() {
        return shapes.values().stream().filter(Shape::isScalar).toList();
    }

    List<Shape> errors() {
        return shapes.values().stream().filter(Shape::isError).toList();
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (JsonNode node : root.path("operations")) {
            List<String> errors = new ArrayList<>();
            node.path("errors").forEach(e -> errors.add(e.path("shape").asText()));
            operations.add(new Operation(
                    node.path("name").asText(),
                    node.path("input").path("shape").asText(),
                    node.path("output").path("shape").asText(),
                    errors));
        }
        return operations;
    }

    String targetPrefix() {
        return root.path("metadata").path("targetPrefix").asText();
    }

    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new IllegalStateException("no shape named " + name);
        }
        return shape;
    }

    private void rejectCycle(String name, Set<String> open) {
        if (!open.add(name)) {
            throw new IllegalStateException("shape " + name + " contains itself: generated constants would not load");
        }
        shape(name).references().forEach(next -> rejectCycle(next, open));
        open.remove(name);
    }
}
