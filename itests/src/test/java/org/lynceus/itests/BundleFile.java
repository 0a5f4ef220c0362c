package org.lynceus.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle of data that can be changed. Immutable.
 *
 * @param manifest its manifest
 * @param entries its other files by their names
 */
record BundleFile(Manifest manifest, Map<String, byte[]> entries) {
    private static final String DESCRIPTION = "model.properties";

    /** Reads a bundle. */
    static BundleFile read(Path jar) throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(Files.readAllBytes(jar)))) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
            return new BundleFile(in.getManifest(), entries);
        }
    }

    /** The model with another description. */
    BundleFile described(UnaryOperator<String> change) {
        return with(
                DESCRIPTION,
                change.apply(new String(entries.get(DESCRIPTION), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The model with one byte of its graph changed. */
    BundleFile damaged() {
        String graph = entries.keySet().stream()
                .filter(name -> name.endsWith(".onnx"))
                .findFirst()
                .orElseThrow();
        byte[] content = entries.get(graph).clone();
        content[content.length / 2] ^= 1;
        return with(graph, content);
    }

    /** The jar. */
    byte[] bytes() throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar.toByteArray();
    }

    /** The same with another content of a file, or with one more file. */
    BundleFile with(String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, content);
        return new BundleFile(manifest, changed);
    }
}
