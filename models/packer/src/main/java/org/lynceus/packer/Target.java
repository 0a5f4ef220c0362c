package org.lynceus.packer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lynceus.forge.ForgeException;

/** Where a bundle is written. */
final class Target {
    private Target() {}

    /**
     * The file that a request asks for.
     *
     * @throws ForgeException when its folder is missing or it cannot be a file
     */
    static Path of(PackRequest request) throws ForgeException {
        Path jar = request.output()
                .orElseGet(() -> Path.of(Identity.id(
                                request.stated().getOrDefault("id", ""),
                                request.files().values().iterator().next())
                        + ".jar"));
        Path folder = jar.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new ForgeException("There is no folder " + folder + " to write " + jar.getFileName() + " into");
        }
        if (Files.isDirectory(jar)) {
            throw new ForgeException(jar + " is a folder; -o names the bundle, a file that ends with .jar");
        }
        if (!jar.getFileName().toString().endsWith(".jar")) {
            throw new ForgeException(jar + " does not end with .jar; a server installs only such files");
        }
        return jar;
    }

    /** Moves a finished file to its place: whoever looks sees the whole file or none. */
    static void publish(Path finished, Path jar) throws IOException {
        Path part = jar.toAbsolutePath().resolveSibling("." + jar.getFileName() + ".part");
        try {
            Files.copy(finished, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, jar.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
