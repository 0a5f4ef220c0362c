package org.lynceus.forge.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.SourceFile;
import org.lynceus.forge.source.UnavailableException;

/**
 * Fills a folder with everything that a catalogue is built from and the repository does not have: one file {@code
 * <sha256>} for each source, and {@code index.txt} with a line {@code sha256 size origin} for each.
 */
public final class MirrorFiller {
    private static final String INDEX = "index.txt";

    private final Fetcher fetcher;
    private final Consumer<String> notes;

    /**
     * A filler.
     *
     * @param fetcher gets the files
     * @param notes takes a line for each optional model that cannot be had
     */
    public MirrorFiller(Fetcher fetcher, Consumer<String> notes) {
        this.fetcher = fetcher;
        this.notes = notes;
    }

    /**
     * Fills a folder. Files that are there already and right are kept; others are replaced.
     *
     * @param folder the folder, created when missing
     * @param catalogue what is to be built from it
     * @return how many files the index lists
     * @throws ForgeException when a file cannot be had or written
     */
    public int fill(Path folder, Catalogue catalogue) throws ForgeException {
        Map<String, String> index = new TreeMap<>();
        for (CatalogueEntry model : catalogue.models()) {
            try {
                add(folder, model.files(), index);
            } catch (UnavailableException e) {
                if (!model.optional()) {
                    throw new UnavailableException("Model " + model.id() + ": " + e.getMessage(), e);
                }
                notes.accept("Model " + model.id() + " is left out: "
                        + e.getMessage().lines().findFirst().orElse("its sources cannot be reached"));
            }
        }
        add(folder, catalogue.files(), index);
        List<String> lines = new ArrayList<>(index.values());
        write(folder.resolve(INDEX), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return lines.size();
    }

    private void add(Path folder, List<SourceFile> files, Map<String, String> index) throws ForgeException {
        List<SourceFile> foreign =
                files.stream().filter(source -> !source.committed()).toList();
        for (Map.Entry<SourceFile, byte[]> file : fetcher.fetch(foreign).entrySet()) {
            SourceFile source = file.getKey();
            write(folder.resolve(source.contentSha256()), file.getValue());
            index.put(
                    source.contentSha256(),
                    source.contentSha256() + " " + file.getValue().length + " " + source.description());
        }
    }

    private static void write(Path file, byte[] content) throws ForgeException {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return;
            }
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            try {
                Files.write(part, content);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + file, e);
        }
    }
}
