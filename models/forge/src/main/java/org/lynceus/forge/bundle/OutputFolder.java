package org.lynceus.forge.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.lynceus.forge.ForgeException;

/** Writes finished files into a build folder; what is already there and equal is left alone. */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * Writes files.
     *
     * @param folder the folder, created when missing
     * @param files the files by name
     * @throws ForgeException when one cannot be written
     */
    public static void write(Path folder, Map<String, byte[]> files) throws ForgeException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            try {
                Files.createDirectories(path.getParent());
                if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                    Files.write(path, file.getValue());
                }
            } catch (IOException e) {
                throw new ForgeException("Cannot write " + path, e);
            }
        }
    }
}
