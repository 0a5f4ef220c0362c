package org.lynceus.forge.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphCheck;
import org.lynceus.forge.source.Hashes;

/** Fills the facts of checked graphs into a description; what was written by hand must agree with them. */
final class Completion {
    private final String id;
    private final Properties properties;

    Completion(String id, Properties properties) {
        this.id = id;
        this.properties = properties;
    }

    Properties properties() {
        return properties;
    }

    void add(String graph, String file, byte[] bytes, GraphCheck.Facts facts) throws ForgeException {
        String prefix = "graph." + graph + ".";
        set(prefix + "file", file);
        set(prefix + "sha256", Hashes.sha256(bytes));
        set(prefix + "input", facts.input());
        properties.setProperty(
                prefix + "shape", facts.shape().stream().map(String::valueOf).collect(Collectors.joining(",")));
        outputs(prefix + "outputs", List.copyOf(facts.outputs().keySet()));
    }

    private void set(String key, String value) throws ForgeException {
        String written = properties.getProperty(key, value);
        if (!written.equals(value)) {
            throw new ForgeException("Model " + id + ": " + key + " = " + written + " is written, but it is " + value);
        }
        properties.setProperty(key, value);
    }

    /** Outputs may be written in another order, since decoders take them in the order of the description. */
    private void outputs(String key, List<String> actual) throws ForgeException {
        String written = properties.getProperty(key);
        if (written == null) {
            properties.setProperty(key, String.join(",", actual));
            return;
        }
        List<String> names =
                Arrays.stream(written.split(",")).map(String::strip).toList();
        if (!actual.containsAll(names)) {
            throw new ForgeException(
                    "Model " + id + ": " + key + " = " + written + " is written, but the graph has " + actual);
        }
        properties.setProperty(key, String.join(",", names));
    }
}
