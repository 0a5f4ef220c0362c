package org.lynceus.forge.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.SourceFile;

/**
 * The source files that a {@code model.properties} names: {@code source}, {@code part.<name>.source} for each of {@code
 * parts}, the same for single graphs as {@code graph.<name>.source} and {@code graph.<name>.parts}, and {@code
 * labels.source}.
 */
public final class ModelSources {
    private final Properties properties;
    private final Path folder;
    private final List<String> graphs;

    /**
     * Reads the sources of a model.
     *
     * @param properties its description
     * @param folder the folder of the description: committed files lie in it
     * @throws ForgeException when the names of the graphs are missing
     */
    public ModelSources(Properties properties, Path folder) throws ForgeException {
        this.properties = properties;
        this.folder = folder;
        this.graphs = names(properties, "graphs");
        if (graphs.isEmpty()) {
            throw new ForgeException("model.properties lacks the key 'graphs'");
        }
    }

    /**
     * The main file of a graph: its own, otherwise that of the model.
     *
     * @param graph name of the graph
     * @return the file
     * @throws ForgeException when neither is described, or not properly
     */
    public SourceFile main(String graph) throws ForgeException {
        return SourceFile.of(properties, own(graph) ? prefix(graph) : "", folder);
    }

    /**
     * The files that belong to the main file of a graph.
     *
     * @param graph name of the graph
     * @return the files by name, in the order of the description
     * @throws ForgeException when one is not described, or not properly
     */
    public Map<String, SourceFile> parts(String graph) throws ForgeException {
        String key = prefix(graph) + "parts";
        List<String> names =
                properties.containsKey(key) || own(graph) ? names(properties, key) : names(properties, "parts");
        Map<String, SourceFile> parts = new LinkedHashMap<>();
        for (String name : names) {
            parts.put(name, SourceFile.of(properties, "part." + name + ".", folder));
        }
        return parts;
    }

    /**
     * The file with the labels.
     *
     * @return the file; empty when the labels come from elsewhere, or there are none
     * @throws ForgeException when it is not described properly
     */
    public Optional<SourceFile> labels() throws ForgeException {
        return properties.containsKey("labels.source")
                ? Optional.of(SourceFile.of(properties, "labels.", folder))
                : Optional.empty();
    }

    /**
     * Every file that weights are read from, each once.
     *
     * @return the files, in the order of the graphs
     * @throws ForgeException when one is not described properly
     */
    public List<SourceFile> weights() throws ForgeException {
        Map<SourceFile, Boolean> files = new LinkedHashMap<>();
        for (String graph : graphs) {
            files.put(main(graph), true);
            parts(graph).values().forEach(part -> files.put(part, true));
        }
        return List.copyOf(files.keySet());
    }

    /**
     * Every file that the model is made of: the weights, and the labels where they have a file.
     *
     * @return the files
     * @throws ForgeException when one is not described properly
     */
    public List<SourceFile> all() throws ForgeException {
        List<SourceFile> files = new ArrayList<>(weights());
        labels().ifPresent(files::add);
        return files;
    }

    /**
     * The files among {@link #all} that are kept in the repository.
     *
     * @return the files
     * @throws ForgeException when one is not described properly
     */
    public List<SourceFile> committed() throws ForgeException {
        return all().stream().filter(SourceFile::committed).toList();
    }

    private boolean own(String graph) {
        return properties.containsKey(prefix(graph) + "source");
    }

    private static String prefix(String graph) {
        return "graph." + graph + ".";
    }

    private static List<String> names(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
