package org.lynceus.gallerybuilder.faces;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The data folder of a server that runs only for a while.
 *
 * @param path of it
 */
record DataFolder(Path path) {
    private static final String LOG = "launcher.log";

    /**
     * Creates an empty one among the system's temporary files.
     *
     * @throws IOException when it cannot be
     */
    static DataFolder create() throws IOException {
        return new DataFolder(Files.createTempDirectory("lynceus-gallery-"));
    }

    /** Where what the launcher says is noted. */
    Redirect log() {
        return Redirect.appendTo(path.resolve(LOG).toFile());
    }

    /**
     * The last line that the launcher said.
     *
     * @throws IOException when it cannot be read
     */
    String lastWords() throws IOException {
        // Bytes that are no UTF-8 are no reason to fail.
        String text = new String(Files.readAllBytes(path.resolve(LOG)), StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1).replaceFirst("^lynceus: ", "");
    }

    /**
     * Removes it and all that is in it.
     *
     * @throws IOException when something stays
     */
    void remove() throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
