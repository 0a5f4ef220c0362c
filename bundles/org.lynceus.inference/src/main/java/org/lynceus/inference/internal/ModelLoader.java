package org.lynceus.inference.internal;

import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Makes a ready model of the files of a model bundle: reads, verifies, opens and warms. Thread-safe. */
public final class ModelLoader {
    private final Settings settings;
    private final Helpers helpers;

    /**
     * Creates a loader.
     *
     * @param settings for the models that it loads
     * @param helpers lent to them; outlive them
     */
    public ModelLoader(Settings settings, Helpers helpers) {
        this.settings = settings;
        this.helpers = helpers;
    }

    /**
     * Loads a model and runs each of its graphs once.
     *
     * @return an open model; whoever loads it closes it
     * @throws ModelException when a file is missing, unreadable, not the one that the description names, or does not run;
     *     nothing stays open then
     */
    public LoadedModel load(ModelEntries entries) throws ModelException {
        ModelSpec spec = spec(entries);
        Map<String, GraphSession> sessions = new LinkedHashMap<>();
        try {
            for (GraphSpec graph : spec.graphs()) {
                sessions.put(graph.info().name(), session(entries, spec, graph));
            }
            return new LoadedModel(spec, sessions, settings, helpers);
        } catch (ModelException | RuntimeException | Error e) {
            sessions.values().forEach(GraphSession::close);
            throw e;
        }
    }

    private static ModelSpec spec(ModelEntries entries) throws ModelException {
        byte[] bytes = read(entries, ModelSpec.FILE);
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            properties.load(reader);
            Map<String, String> map = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
            return ModelSpec.parse(map);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(entries.source(), ModelSpec.FILE, e.getMessage(), e);
        }
    }

    private GraphSession session(ModelEntries entries, ModelSpec spec, GraphSpec graph) throws ModelException {
        String file = graph.info().file();
        byte[] onnx = read(entries, file);
        String found = sha256(onnx);
        if (!found.equals(graph.info().sha256())) {
            throw new ModelException(
                    entries.source(),
                    file,
                    "the SHA-256 is " + found + ", not " + graph.info().sha256());
        }
        GraphSession session;
        try {
            session = GraphSession.open(
                    spec.info().id() + "." + graph.info().name(), graph, onnx, settings.threads(graph));
        } catch (OrtException | IllegalArgumentException e) {
            throw new ModelException(entries.source(), file, e.getMessage(), e);
        }
        try {
            session.warm();
            return session;
        } catch (EngineException | IllegalArgumentException e) {
            session.close();
            throw new ModelException(entries.source(), file, "the first run failed: " + e.getMessage(), e);
        }
    }

    private static byte[] read(ModelEntries entries, String file) throws ModelException {
        try (InputStream stream = entries.open(file)
                .orElseThrow(() -> new ModelException(entries.source(), file, "there is no such file"))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new ModelException(entries.source(), file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
