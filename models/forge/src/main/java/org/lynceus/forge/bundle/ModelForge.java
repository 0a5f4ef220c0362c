package org.lynceus.forge.bundle;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphCheck;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.Converters;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Rewrites;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.Hashes;
import org.lynceus.forge.source.SourceFile;

/** Makes the content of a model bundle: fetches the weights, converts and checks them, and completes the description. */
public final class ModelForge {
    /** The name of a model's description, in the source folder and in the bundle. */
    public static final String DESCRIPTION = "model.properties";

    private static final String GOLDENS = "golden.properties";

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
     * @return the files of the bundle by name
     * @throws ForgeException when the weights cannot be had, converted or verified
     */
    public Map<String, byte[]> make(Path folder) throws ForgeException {
        Properties properties = PropertiesText.read(folder.resolve(DESCRIPTION));
        Properties goldens = PropertiesText.read(folder.resolve(GOLDENS));
        ModelDescription description = new ModelDescription(properties);
        String key = results.key(PropertiesText.write(properties), PropertiesText.write(goldens));
        Optional<Map<String, byte[]>> known = results.find(key);
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (known.isPresent()) {
            files.putAll(known.get());
        } else {
            files.putAll(convert(properties, goldens, description));
            results.store(key, files);
        }
        for (String name : description.files()) {
            files.put(name, read(folder.resolve(name)));
        }
        return files;
    }

    private Map<String, byte[]> convert(Properties properties, Properties goldens, ModelDescription description)
            throws ForgeException {
        Converter converter = Converters.of(description.format());
        Weights weights = weights(properties, description);
        Properties published = description.published();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String graph : description.graphs()) {
            GraphRequest request = description.request(graph);
            ModelProto converted = Rewrites.apply(converter.convert(weights, request));
            byte[] bytes = converted.toByteArray();
            GraphCheck.Facts facts = GraphCheck.check(request.label(), graph, bytes, request.shape(), goldens);
            complete(published, graph, description.file(graph), bytes, facts);
            files.put(description.file(graph), bytes);
        }
        files.put(DESCRIPTION, PropertiesText.write(published));
        return files;
    }

    /** The main file and its parts, {@code part.<name>.source} for each name of {@code parts}. */
    private Weights weights(Properties properties, ModelDescription description) throws ForgeException {
        Map<String, SourceFile> sources = new LinkedHashMap<>();
        for (String part : description.parts()) {
            sources.put(part, SourceFile.of(properties, "part." + part + "."));
        }
        SourceFile main = SourceFile.of(properties, "");
        List<SourceFile> all = new ArrayList<>(sources.values());
        all.add(main);
        Map<SourceFile, byte[]> contents = fetcher.fetch(all);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        sources.forEach((name, source) -> parts.put(name, contents.get(source)));
        return new Weights(contents.get(main), parts);
    }

    private static void complete(
            Properties published, String graph, String file, byte[] bytes, GraphCheck.Facts facts) {
        String prefix = "graph." + graph + ".";
        published.setProperty(prefix + "file", file);
        published.setProperty(prefix + "sha256", Hashes.sha256(bytes));
        published.setProperty(prefix + "input", facts.input());
        published.setProperty(
                prefix + "shape", facts.shape().stream().map(String::valueOf).collect(Collectors.joining(",")));
        published.setProperty(prefix + "outputs", String.join(",", facts.outputs()));
    }

    private static byte[] read(Path file) throws ForgeException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + file, e);
        }
    }
}
