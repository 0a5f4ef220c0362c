package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;

/** Reads files from where they originate: out of packages, from addresses, or beside a description. Verifies nothing. */
final class Downloads {
    private final PackageClient packages;
    private final WebClient web;

    Downloads(PackageClient packages, WebClient web) {
        this.packages = packages;
        this.web = web;
    }

    /**
     * Reads files of one container with one download.
     *
     * @param origins files of the same container, at least one
     * @return the content by path; without those that the package does not have
     * @throws UnavailableException when the container cannot be had
     * @throws ForgeException when it is damaged
     */
    Map<String, byte[]> read(List<Origin> origins) throws ForgeException {
        if (origins.get(0) instanceof WebFile file) {
            return Map.of(file.path(), web.download(file));
        }
        if (origins.get(0) instanceof CommittedFile file) {
            return Map.of(file.path(), file.read());
        }
        Path directory = temporaryDirectory();
        try {
            Path archive = packages.download(origins.get(0).container(), directory);
            return Archives.read(archive, origins.stream().map(Origin::path).collect(Collectors.toSet()));
        } finally {
            delete(directory);
        }
    }

    private static Path temporaryDirectory() throws ForgeException {
        try {
            return Files.createTempDirectory("lynceus-forge");
        } catch (IOException e) {
            throw new ForgeException("Cannot create a temporary folder", e);
        }
    }

    private static void delete(Path directory) throws ForgeException {
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            throw new ForgeException("Cannot delete the temporary folder " + directory, e);
        }
    }
}
