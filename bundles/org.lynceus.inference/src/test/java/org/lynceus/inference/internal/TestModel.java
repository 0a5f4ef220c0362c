package org.lynceus.inference.internal;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A model bundle whose one graph, {@code times}, multiplies by a number. */
final class TestModel implements ModelEntries {
    private final Map<String, String> properties = new HashMap<>();
    private byte[] onnx;

    TestModel(String id, String version, float factor) {
        onnx = TestGraphs.times(factor);
        properties.put("id", id);
        properties.put("version", version);
        properties.put("role", "test-multiplication");
        properties.put("graphs", "times");
        with("file", "times.onnx")
                .with("sha256", sha256(onnx))
                .with("input", "pixels")
                .with("shape", "-1,3,2,2")
                .with("layout", "NCHW")
                .with("color", "RGB")
                .with("mean", "127")
                .with("scale", "0.0078125")
                .with("outputs", "product");
    }

    /** Changes a property of the graph. */
    TestModel with(String key, String value) {
        properties.put("graph.times." + key, value);
        return this;
    }

    /** Changes a property of the model; nothing removes it. */
    TestModel withModel(String key, String value) {
        if (value == null) {
            properties.remove(key);
        } else {
            properties.put(key, value);
        }
        return this;
    }

    /** Replaces the file of the graph, and the hash with it. */
    TestModel withGraph(byte[] file) {
        onnx = file;
        return with("sha256", sha256(file));
    }

    @Override
    public String source() {
        return "bundle of " + properties.get("id");
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        return switch (path) {
            case "model.properties" -> Optional.of(new ByteArrayInputStream(text()));
            case "times.onnx" -> Optional.of(new ByteArrayInputStream(onnx));
            default -> Optional.empty();
        };
    }

    /** Writes it as a jar. */
    Path jar(Path folder) throws IOException {
        Path jar = folder.resolve(properties.get("id") + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry("model.properties"));
            entries.write(text());
            entries.putNextEntry(new JarEntry("times.onnx"));
            entries.write(onnx);
        }
        return jar;
    }

    private byte[] text() throws IOException {
        Properties text = new Properties();
        text.putAll(properties);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.store(bytes, null);
        return bytes.toString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills all pixels with a number and reads the first of the result. */
    static class Fill implements NoBatchifyTranslator<Float, Float> {
        @Override
        public NDList processInput(TranslatorContext context, Float value) {
            float[] pixels = new float[12];
            Arrays.fill(pixels, value);
            return new NDList(context.getNDManager().create(FloatBuffer.wrap(pixels), new Shape(1, 3, 2, 2)));
        }

        @Override
        public Float processOutput(TranslatorContext context, NDList outputs) {
            return outputs.singletonOrThrow().toFloatArray()[0];
        }
    }

    /** Fills all pixels with a number and reads the first of each result. */
    static final class FillReadAll implements NoBatchifyTranslator<Float, List<Float>> {
        @Override
        public NDList processInput(TranslatorContext context, Float value) {
            return new Fill().processInput(context, value);
        }

        @Override
        public List<Float> processOutput(TranslatorContext context, NDList outputs) {
            return outputs.stream().map(output -> output.toFloatArray()[0]).toList();
        }
    }
}
