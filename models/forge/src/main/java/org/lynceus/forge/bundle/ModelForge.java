package org.lynceus.forge.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.FullInteger;
import org.lynceus.forge.check.GraphCheck;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converters;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Rewrites;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.SourceFile;
import org.lynceus.forge.source.UnavailableException;

/** Makes the content of a model bundle: fetches the weights, converts and checks them, and completes the description. */
public final class ModelForge {
    /** The name of a model's description, in the source folder and in the bundle. */
    public static final String DESCRIPTION = "model.properties";

    private static final String GOLDENS = "golden.properties";
    private static final String LABELS = "labels";
    private static final String LEFT_OUT = "left-out.txt";

    private final Fetcher fetcher;
    private final ResultCache results;

    /**
     * A forge.
     *
     * @param fetcher gets the weights
     * @param results keeps what was made before
     */
    public ModelForge(Fetcher fetcher, ResultCache results) {
        this.fetcher = fetcher;
        this.results = results;
    }

    /**
     * Makes a model.
     *
     * @param folder the folder with {@code model.properties}, {@code golden.properties} and the label file if any
     * @return what was made; of a model with {@code optional = true} whose sources cannot be reached, a note instead
     * @throws ForgeException when the weights cannot be had, converted or verified
     */
    public MadeModel make(Path folder) throws ForgeException {
        Properties properties = PropertiesText.read(folder.resolve(DESCRIPTION));
        Properties goldens = PropertiesText.read(folder.resolve(GOLDENS));
        ModelDescription description = new ModelDescription(properties, folder);
        Optional<byte[]> labels = written(folder, properties);
        String key = results.key(
                PropertiesText.write(properties), PropertiesText.write(goldens), labels.orElse(new byte[0]));
        try {
            // Also where the result is known: a changed file must not go unnoticed.
            fetcher.fetch(description.sources().committed());
            Optional<Map<String, byte[]>> known = results.find(key);
            if (known.isPresent()) {
                return made(known.get());
            }
            Map<String, byte[]> files = convert(properties, goldens, description, labels);
            results.store(key, files);
            return made(files);
        } catch (UnavailableException e) {
            if (!description.optional()) {
                throw new UnavailableException("Model " + description.id() + ": " + e.getMessage(), e);
            }
            return leftOut(description.id(), properties, e);
        } catch (ForgeException e) {
            String name = "Model " + description.id();
            throw e.getMessage().startsWith(name) ? e : new ForgeException(name + ": " + e.getMessage(), e);
        }
    }

    private static MadeModel made(Map<String, byte[]> files) throws ForgeException {
        return new MadeModel(PropertiesText.parse(files.get(DESCRIPTION)), files, Optional.empty());
    }

    private static MadeModel leftOut(String id, Properties properties, UnavailableException cause) {
        String note =
                "The model " + id + " was left out when this bundle was built: its sources could not be reached.\n";
        String reason = "Model " + id + " is left out: "
                + cause.getMessage().lines().findFirst().orElse("its sources cannot be reached");
        return new MadeModel(properties, Map.of(LEFT_OUT, note.getBytes(StandardCharsets.UTF_8)), Optional.of(reason));
    }

    private Map<String, byte[]> convert(
            Properties properties, Properties goldens, ModelDescription description, Optional<byte[]> writtenLabels)
            throws ForgeException {
        ModelSources sources = description.sources();
        Map<SourceFile, byte[]> contents = fetcher.fetch(sources.all());
        Completion completion = new Completion(description.id(), description.published());
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<List<Long>> outputs = new ArrayList<>();
        for (String graph : description.graphs()) {
            Weights weights = weights(sources, graph, contents);
            GraphRequest request = description.request(graph);
            Converted converted = Converters.of(description.format(graph)).convert(weights, request);
            files.putAll(converted.files());
            byte[] bytes = Rewrites.apply(converted.graph()).toByteArray();
            GraphCheck.Facts facts = GraphCheck.check(
                    new GraphCheck.Request(request.label(), graph, request.shape(), FullInteger.is(weights.main())),
                    bytes,
                    goldens);
            requireChannels(request, description.channels(graph), facts.shape());
            completion.add(graph, description.file(graph), bytes, facts);
            files.put(description.file(graph), bytes);
            outputs.addAll(facts.outputs().values());
        }
        if (properties.containsKey(LABELS)) {
            byte[] main = contents.get(sources.main(description.graphs().get(0)));
            Labels labels = labels(description, properties, writtenLabels, main, contents);
            LabelCount.require(
                    "Model " + description.id(), properties, labels.lines().size(), outputs);
            files.put(properties.getProperty(LABELS).strip(), labels.toBytes());
        }
        files.put(DESCRIPTION, PropertiesText.write(completion.properties()));
        return files;
    }

    private static Weights weights(ModelSources sources, String graph, Map<SourceFile, byte[]> contents)
            throws ForgeException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        sources.parts(graph).forEach((name, part) -> parts.put(name, contents.get(part)));
        return new Weights(contents.get(sources.main(graph)), parts);
    }

    /** A picture's channels are where the layout says, and as many as its colour order has. */
    private static void requireChannels(GraphRequest request, Optional<Long> channels, List<Long> shape)
            throws ForgeException {
        if (channels.isEmpty() || shape.size() != 4) {
            return;
        }
        long actual = shape.get(
                switch (request.layout()) {
                    case NCHW -> 1;
                    case NHWC -> 3;
                });
        if (actual != channels.get()) {
            throw new ForgeException(request.label() + ": the input " + shape + " has " + actual
                    + " channels in the layout " + request.layout() + ", its colour order has " + channels.get());
        }
    }

    /** The label file that lies beside the description. */
    private static Optional<byte[]> written(Path folder, Properties properties) throws ForgeException {
        Path file = folder.resolve(properties.getProperty(LABELS, LABELS).strip());
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + file, e);
        }
    }

    private Labels labels(
            ModelDescription description,
            Properties properties,
            Optional<byte[]> written,
            byte[] main,
            Map<SourceFile, byte[]> contents)
            throws ForgeException {
        String label = "Model " + description.id();
        Optional<SourceFile> source = description.sources().labels();
        String entry = properties.getProperty("labels.zip");
        String metadata = properties.getProperty("labels.metadata");
        if (written.isPresent()) {
            return Labels.parse(label, written.get());
        }
        if (source.isPresent()) {
            return Labels.parse(label, contents.get(source.get()));
        }
        if (entry != null) {
            return Labels.fromZip(label, main, entry.strip());
        }
        if (metadata != null) {
            return Labels.fromMetadata(label, main, metadata.strip());
        }
        throw new ForgeException(
                label + ": there is no file '" + properties.getProperty(LABELS).strip()
                        + "' beside the description, and neither labels.source, labels.zip nor labels.metadata says where the"
                        + " labels come from");
    }
}
