package org.lynceus.inference.internal;

import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.GraphDecoder;
import org.lynceus.opencv.DirectMemory;

/** Makes a ready model of the files of a model bundle: reads, verifies, opens, warms and decodes once. Thread-safe. */
public final class ModelLoader {
    private static final String LABELS = "labels";
    private static final int MOST_PROPERTIES = 1 << 20;

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
     * Loads a model and runs each of its graphs once; where the platform decodes it, its outputs are decoded once.
     *
     * @return an open model; whoever loads it closes it
     * @throws ModelException when a file is missing, unreadable, not the one that the description names, does not run, or
     *     gives what its decoder cannot read; nothing stays open then
     */
    public LoadedModel load(ModelEntries entries) throws ModelException {
        ModelSpec spec = spec(entries);
        Map<String, GraphDecoder<?>> decoders = new LinkedHashMap<>();
        Map<String, GraphSession> sessions = new LinkedHashMap<>();
        try {
            for (GraphSpec graph : spec.graphs()) {
                decoder(entries, spec, graph)
                        .ifPresent(decoder -> decoders.put(graph.info().name(), decoder));
            }
            for (GraphSpec graph : spec.graphs()) {
                String name = graph.info().name();
                sessions.put(name, session(entries, spec, graph, Optional.ofNullable(decoders.get(name))));
            }
            return new LoadedModel(spec, sessions, decoders, settings, helpers);
        } catch (ModelException | RuntimeException | Error e) {
            sessions.values().forEach(GraphSession::close);
            throw e;
        }
    }

    private static ModelSpec spec(ModelEntries entries) throws ModelException {
        byte[] bytes = read(entries, ModelSpec.FILE, MOST_PROPERTIES);
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            properties.load(reader);
            Map<String, String> map = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
            return ModelSpec.parse(map, labels(entries, map));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelException(entries.source(), ModelSpec.FILE, e.getMessage(), e);
        }
    }

    private static List<String> labels(ModelEntries entries, Map<String, String> properties) throws ModelException {
        String file = properties.getOrDefault(LABELS, "").trim();
        if (file.isEmpty()) {
            return List.of();
        }
        byte[] bytes = read(entries, file, LabelFile.MOST_BYTES);
        try {
            return LabelFile.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new ModelException(entries.source(), file, e.getMessage(), e);
        }
    }

    private static Optional<GraphDecoder<?>> decoder(ModelEntries entries, ModelSpec spec, GraphSpec graph)
            throws ModelException {
        try {
            Optional<GraphDecoder<?>> decoder =
                    GraphDecoder.of(new DecoderContext(spec.info(), graph.info(), new BundleFiles(entries)));
            if (decoder.isEmpty() && !graph.info().fixedSize()) {
                throw new IllegalArgumentException(
                        "graph." + graph.info().name() + ".shape: only the batch may be free where the decoder is not"
                                + " one of the platform's, not " + graph.info().shape());
            }
            return decoder;
        } catch (IllegalArgumentException e) {
            throw new ModelException(entries.source(), ModelSpec.FILE, e.getMessage(), e);
        }
    }

    private GraphSession session(
            ModelEntries entries, ModelSpec spec, GraphSpec graph, Optional<GraphDecoder<?>> decoder)
            throws ModelException {
        String file = graph.info().file();
        GraphSession session = open(entries, spec, graph);
        try {
            session.warm(
                    decoder.map(GraphDecoder::trialShape)
                            .orElseGet(() -> graph.info().shape(1)),
                    outputs -> decoder.ifPresent(one -> one.check(outputs)));
            return session;
        } catch (EngineException | OrtException | IllegalArgumentException e) {
            session.close();
            throw new ModelException(entries.source(), file, "the first run failed: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private GraphSession open(ModelEntries entries, ModelSpec spec, GraphSpec graph) throws ModelException {
        String file = graph.info().file();
        ByteBuffer onnx = readDirect(entries, file);
        try {
            String found = sha256(onnx);
            if (!found.equals(graph.info().sha256())) {
                throw new ModelException(
                        entries.source(),
                        file,
                        "the SHA-256 is " + found + ", not " + graph.info().sha256());
            }
            return GraphSession.open(
                    spec.info().id() + "." + graph.info().name(), graph, onnx, settings.threads(graph));
        } catch (OrtException | IllegalArgumentException e) {
            throw new ModelException(entries.source(), file, e.getMessage(), e);
        } finally {
            DirectMemory.free(onnx);
        }
    }

    private static ByteBuffer readDirect(ModelEntries entries, String file) throws ModelException {
        try {
            return new BundleFiles(entries).readDirect(file);
        } catch (IOException e) {
            throw unreadable(entries, file, e);
        }
    }

    private static ModelException unreadable(ModelEntries entries, String file, IOException e) {
        String reason = e instanceof FileNotFoundException ? e.getMessage() : "cannot be read: " + e.getMessage();
        return new ModelException(entries.source(), file, reason, e);
    }

    private static byte[] read(ModelEntries entries, String file, int limit) throws ModelException {
        try {
            return new BundleFiles(entries).read(file, limit);
        } catch (IOException e) {
            throw unreadable(entries, file, e);
        }
    }

    private static String sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
