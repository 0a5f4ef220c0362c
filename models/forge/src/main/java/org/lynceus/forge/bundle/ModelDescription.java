package org.lynceus.forge.bundle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;

/** The hand-written {@code model.properties} of a model: what cannot be computed from the weights. */
final class ModelDescription {
    private static final String CONVERT = "convert.";
    private static final List<String> REQUIRED = List.of(
            "id", "version", "role", "name", "graphs", "decoder", "source", "licence.package", "licence.weights");

    private final Properties properties;

    ModelDescription(Properties properties) throws ForgeException {
        this.properties = properties;
        for (String key : REQUIRED) {
            required(key);
        }
    }

    String id() throws ForgeException {
        return required("id");
    }

    List<String> graphs() throws ForgeException {
        return list(required("graphs"));
    }

    /** The name of a graph's file inside the bundle. */
    String file(String graph) {
        return graph + ".onnx";
    }

    /** The source's format: {@code convert.format}, otherwise the extension of the source file. */
    String format() throws ForgeException {
        String path = required("source");
        return properties.getProperty(
                CONVERT + "format", path.substring(path.lastIndexOf('.') + 1).strip());
    }

    /** Names of the files that belong to the main one, in order. */
    List<String> parts() {
        return Optional.ofNullable(properties.getProperty("parts"))
                .map(ModelDescription::list)
                .orElse(List.of());
    }

    /** Further files of the bundle, beside the graphs. */
    List<String> files() {
        return Optional.ofNullable(properties.getProperty("labels"))
                .map(List::of)
                .orElse(List.of());
    }

    GraphRequest request(String graph) throws ForgeException {
        String prefix = "graph." + graph + ".";
        Map<String, String> options = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(CONVERT)) {
                options.put(key.substring(CONVERT.length()), properties.getProperty(key));
            }
        }
        try {
            return new GraphRequest(
                    id(),
                    graph,
                    Optional.ofNullable(properties.getProperty(prefix + "shape"))
                            .map(ModelDescription::shape),
                    Layout.valueOf(required(prefix + "layout").toUpperCase(Locale.ROOT)),
                    options);
        } catch (IllegalArgumentException e) {
            throw new ForgeException(
                    "Model " + id() + ", graph " + graph + ": shape or layout cannot be read: " + e.getMessage(), e);
        }
    }

    /** The description without the keys that only the forge needs, to be completed with computed facts. */
    Properties published() {
        Properties published = new Properties();
        for (String key : properties.stringPropertyNames()) {
            if (!key.startsWith(CONVERT)) {
                published.setProperty(key, properties.getProperty(key).strip());
            }
        }
        return published;
    }

    private static List<Long> shape(String text) {
        return list(text).stream().map(Long::valueOf).toList();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private String required(String key) throws ForgeException {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new ForgeException("model.properties lacks the key '" + key + "'");
        }
        return value.strip();
    }
}
