package org.lynceus.model.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is, as its bundle's {@code model.properties} says.
 *
 * @param id short name, the same for all versions
 * @param version version of the weights
 * @param role what it is for, such as {@code face-embedding}
 * @param graphs its graphs, at least one
 * @param labels names of its classes in the order of its output; empty when it has none
 * @param properties all of {@code model.properties}: source, licences, quality and what the role needs
 */
public record ModelInfo(
        String id,
        String version,
        String role,
        List<GraphInfo> graphs,
        List<String> labels,
        Map<String, String> properties) {
    /** Copies the collections and checks that there is a graph. */
    public ModelInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(role, "role");
        graphs = List.copyOf(graphs);
        labels = List.copyOf(labels);
        properties = Map.copyOf(properties);
        if (graphs.isEmpty()) {
            throw new IllegalArgumentException("model " + id + " has no graph");
        }
    }

    /**
     * Finds a graph by its name.
     *
     * @throws IllegalArgumentException when there is no such graph
     */
    public GraphInfo graph(String name) {
        return graphs.stream()
                .filter(graph -> graph.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model " + id + " has no graph " + name));
    }

    /** One of the {@code model.properties}. */
    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }
}
