package org.lynceus.forge.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lynceus.forge.ForgeException;

/** A report that lies in the repository beside what it is made from. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes a report.
     *
     * @param file the file
     * @param text its content
     * @throws ForgeException when it cannot be written
     */
    public static void write(Path file, String text) throws ForgeException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + file, e);
        }
    }

    /**
     * Fails when a report is not what it would be now.
     *
     * @param file the file
     * @param text what it should be
     * @throws ForgeException when it is missing or out of date; the message says how to bring it up to date
     */
    public static void requireEqual(Path file, String text) throws ForgeException {
        try {
            if (!Files.exists(file)
                    || !Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
                throw new ForgeException(
                        file.normalize() + " does not tell the models as they are: bring it up to date with"
                                + " 'mvn package -f models/report -Dreport=--no-check' and commit it");
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + file, e);
        }
    }
}
