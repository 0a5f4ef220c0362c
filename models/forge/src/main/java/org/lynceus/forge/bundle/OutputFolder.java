package org.lynceus.forge.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.Folders;

/** Gives a build folder its content, all of it or nothing; a folder that has that content already is left alone. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Replaces the content of a folder.
     *
     * @param folder the folder, created when missing
     * @param files what it has afterwards, by path
     * @throws ForgeException when it cannot be written
     */
    public static void write(Path folder, Map<String, byte[]> files) throws ForgeException {
        Path target = folder.toAbsolutePath().normalize();
        try {
            if (equal(target, files)) {
                return;
            }
            Files.createDirectories(target.getParent());
            Path fresh = target.resolveSibling(
                    "." + target.getFileName() + "-" + ProcessHandle.current().pid());
            try {
                Folders.delete(fresh);
                Files.createDirectory(fresh);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Path path = inside(fresh, file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                Folders.delete(target);
                Files.move(fresh, target);
            } finally {
                Folders.delete(fresh);
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + target, e);
        }
    }

    private static Path inside(Path folder, String name) throws ForgeException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new ForgeException("'" + name + "' is not the name of a file in a bundle");
        }
        return path;
    }

    private static boolean equal(Path folder, Map<String, byte[]> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            Set<Path> present = paths.filter(Files::isRegularFile).collect(Collectors.toSet());
            if (present.size() != files.size()) {
                return false;
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                return false;
            }
        }
        return true;
    }
}
