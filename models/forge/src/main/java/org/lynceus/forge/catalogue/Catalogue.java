package org.lynceus.forge.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.bundle.FileSet;
import org.lynceus.forge.bundle.ModelForge;
import org.lynceus.forge.source.SourceFile;

/**
 * The models that some folders describe, and the files that they list.
 *
 * @param models the models, by id
 * @param files pinned files that belong to no model, such as pictures for tests
 */
public record Catalogue(List<CatalogueEntry> models, List<SourceFile> files) {
    private static final String MODEL = "src/main/model";
    private static final String FILES = "src/main/files/files.properties";

    public Catalogue {
        models = List.copyOf(models);
        files = List.copyOf(files);
    }

    /**
     * Reads folders.
     *
     * @param folders each the folder of a model, or one that has such folders
     * @return what they describe
     * @throws ForgeException when there is nothing in a folder, or it cannot be read
     */
    public static Catalogue read(List<Path> folders) throws ForgeException {
        List<CatalogueEntry> models = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>();
        for (Path folder : folders) {
            int before = models.size() + files.size();
            for (Path candidate : candidates(folder)) {
                for (Path place : List.of(candidate, candidate.resolve(MODEL))) {
                    if (Files.isRegularFile(place.resolve(ModelForge.DESCRIPTION))) {
                        models.add(CatalogueEntry.read(place));
                    }
                }
                if (Files.isRegularFile(candidate.resolve(FILES))) {
                    files.addAll(FileSet.read(candidate.resolve(FILES)).values());
                }
            }
            if (models.size() + files.size() == before) {
                throw new ForgeException("There is no " + ModelForge.DESCRIPTION + " in " + folder + " or below it");
            }
        }
        models.sort(Comparator.comparing(CatalogueEntry::id));
        return new Catalogue(models, files);
    }

    /** A folder and those in it. */
    private static List<Path> candidates(Path folder) throws ForgeException {
        List<Path> candidates = new ArrayList<>(List.of(folder));
        try (Stream<Path> children = Files.list(folder)) {
            candidates.addAll(children.filter(Files::isDirectory).sorted().toList());
        } catch (IOException e) {
            throw new ForgeException("Cannot read the folder " + folder, e);
        }
        return candidates;
    }
}
