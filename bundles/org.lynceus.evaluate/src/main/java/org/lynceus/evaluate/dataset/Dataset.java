package org.lynceus.evaluate.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Row;

/** A folder of labelled pictures. Immutable. */
public final class Dataset {
    private static final String IMAGES = "images";
    private static final String LANDMARKS = "landmarks";
    private static final List<String> SUFFIXES = List.of(".jpg", ".jpeg", ".png");
    private static final int DEPTH = 4;

    private final Path folder;

    /**
     * Opens a folder.
     *
     * @throws ToolException when there is no such folder
     */
    public Dataset(Path folder) throws ToolException {
        if (!Files.isDirectory(folder)) {
            throw new ToolException("There is no folder " + folder);
        }
        this.folder = folder;
    }

    /** A file of the folder itself; empty when it is not there. */
    Optional<Path> file(String name) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Files of the folder and of its folder {@code landmarks}, by name.
     *
     * @param pattern such as {@code *.pts}
     * @throws ToolException when a folder cannot be listed
     */
    List<Path> landmarkFiles(String pattern) throws ToolException {
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        return Stream.concat(list(folder, 1), list(folder.resolve(LANDMARKS), 1))
                .filter(file -> matcher.matches(file.getFileName()))
                .toList();
    }

    /**
     * Finds a picture: relative to the folder, or to its folder {@code images}.
     *
     * @param name as a label file has it
     * @return empty when it is not there
     */
    Optional<Path> picture(String name) {
        try {
            return Stream.of(folder.resolve(name), folder.resolve(IMAGES).resolve(name))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds a picture whose file has a name without its suffix, or with it.
     *
     * @param stem such as {@code 00012}, or {@code 00012.jpg}
     */
    Optional<Path> pictureOf(String stem) {
        return Stream.concat(Stream.of(""), SUFFIXES.stream())
                .flatMap(suffix -> picture(stem + suffix).stream())
                .filter(Dataset::isPicture)
                .findFirst();
    }

    /**
     * A picture that a row names.
     *
     * @throws ToolException when it is not there
     */
    Path picture(Row row, String column) throws ToolException {
        String name = row.text(column);
        return picture(name)
                .orElseThrow(
                        () -> row.wrong("there is no picture " + name + " in " + folder + " or its folder " + IMAGES));
    }

    /**
     * All pictures of the folder and the folders in it, by name.
     *
     * @throws ToolException when a folder cannot be listed
     */
    public List<Path> pictures() throws ToolException {
        return list(folder, DEPTH).filter(Dataset::isPicture).toList();
    }

    /** The path of one of its pictures, relative to the folder {@code images} or else to the folder itself. */
    Path path(Path picture) {
        Path images = folder.resolve(IMAGES);
        return picture.startsWith(images) ? images.relativize(picture) : folder.relativize(picture);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static Stream<Path> list(Path folder, int depth) throws ToolException {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException | UncheckedIOException e) {
            throw new ToolException("The folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
