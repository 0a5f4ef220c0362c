package org.lynceus.inference.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A model bundle with one graph, {@code g}, as a user would pack it: a description, a graph and further files. */
public final class PackedModel implements ModelEntries {
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();

    /**
     * Creates a bundle whose graph takes RGB pictures in planes, 0–255.
     *
     * @param shape of the input, as in {@code model.properties}
     */
    public PackedModel(String role, String decoder, byte[] graph, String shape) {
        with("id", "packed-" + decoder);
        with("version", "1");
        with("role", role);
        with("decoder", decoder);
        with("graphs", "g");
        with("graph.g.file", "g.onnx");
        with("graph.g.shape", shape);
        with("graph.g.layout", "NCHW");
        with("graph.g.color", "RGB");
        with("graph.g.mean", "0");
        with("graph.g.scale", "1");
        graph(graph);
    }

    /** Sets a property; nothing removes it. */
    public PackedModel with(String key, String value) {
        if (value == null) {
            properties.remove(key);
        } else {
            properties.put(key, value);
        }
        return this;
    }

    /** Replaces the graph. */
    public PackedModel graph(byte[] graph) {
        files.put("g.onnx", graph);
        return with("graph.g.sha256", sha256(graph));
    }

    /** Adds a file. */
    public PackedModel file(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /** Adds a file of labels, one per line, and names it in the description. */
    public PackedModel labels(String... labels) {
        return file("labels.txt", (String.join("\n", labels) + "\n").getBytes(StandardCharsets.UTF_8))
                .with("labels", "labels.txt");
    }

    /** Adds a file of floats, and names it in the description. */
    public PackedModel floats(String key, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return file(key + ".f32", bytes.array()).with(key, key + ".f32");
    }

    @Override
    public String source() {
        return "bundle of " + properties.get("id");
    }

    @Override
    public Optional<InputStream> open(String path) {
        byte[] file = path.equals(ModelSpec.FILE) ? text() : files.get(path);
        return Optional.ofNullable(file).map(ByteArrayInputStream::new);
    }

    /** Writes it as a jar. */
    public Path jar(Path folder) throws IOException {
        Path jar = folder.resolve(properties.get("id") + ".jar");
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(stream)) {
            entries.putNextEntry(new JarEntry(ModelSpec.FILE));
            entries.write(text());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
        return jar;
    }

    private byte[] text() {
        Properties text = new Properties();
        text.putAll(properties);
        StringWriter writer = new StringWriter();
        try {
            text.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
