package org.lynceus.forge.bundle;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converters;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;

/** The hand-written {@code model.properties} of a model: what cannot be computed from the weights. */
final class ModelDescription {
    private static final String CONVERT = "convert.";
    private static final List<String> REQUIRED =
            List.of("id", "version", "role", "name", "graphs", "decoder", "licence.package", "licence.weights");

    private final Properties properties;
    private final ModelSources sources;

    ModelDescription(Properties properties, Path folder) throws ForgeException {
        this.properties = properties;
        for (String key : REQUIRED) {
            required(key);
        }
        this.sources = new ModelSources(properties, folder);
    }

    String id() throws ForgeException {
        return required("id");
    }

    List<String> graphs() throws ForgeException {
        return list(required("graphs"));
    }

    ModelSources sources() {
        return sources;
    }

    /** The name of a graph's file inside the bundle. */
    String file(String graph) {
        return graph + ".onnx";
    }

    /** The format of a graph's source: {@code convert.format}, otherwise by the extension of the file. */
    String format(String graph) throws ForgeException {
        String given = properties.getProperty(CONVERT + "format");
        return given != null
                ? given.strip()
                : Converters.formatOf(sources.main(graph).origin().path());
    }

    /** Whether a build goes on without this model when it cannot be had. */
    boolean optional() throws ForgeException {
        String value = properties.getProperty("optional", "false").strip();
        if (!value.equals("true") && !value.equals("false")) {
            throw new ForgeException("optional = " + value + " is neither true nor false");
        }
        return value.equals("true");
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

    /**
     * How many channels the pictures of a graph have by its {@code color}.
     *
     * @return 3 or 1; empty when the key is missing
     */
    Optional<Long> channels(String graph) throws ForgeException {
        String key = "graph." + graph + ".color";
        String color = properties.getProperty(key);
        if (color == null) {
            return Optional.empty();
        }
        return switch (color.strip()) {
            case "RGB", "BGR" -> Optional.of(3L);
            case "GRAY" -> Optional.of(1L);
            default ->
                throw new ForgeException(
                        "Model " + id() + ": " + key + " = " + color.strip() + " is none of RGB, BGR, GRAY");
        };
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
