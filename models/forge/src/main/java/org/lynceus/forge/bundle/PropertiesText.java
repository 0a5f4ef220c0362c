package org.lynceus.forge.bundle;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.lynceus.forge.ForgeException;

/** Properties in UTF-8, written in the order of their keys and without a date, so that equal content gives equal bytes. */
public final class PropertiesText {
    private PropertiesText() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its properties
     * @throws ForgeException when it is missing or no list of properties
     */
    public static Properties read(Path file) throws ForgeException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ForgeException("There is no file " + file, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ForgeException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return properties;
    }

    /**
     * Reads a text.
     *
     * @param text the text in UTF-8
     * @return its properties
     * @throws ForgeException when it is no list of properties
     */
    public static Properties parse(byte[] text) throws ForgeException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            throw new ForgeException("Not a list of properties: " + e.getMessage(), e);
        }
        return properties;
    }

    /**
     * Writes properties.
     *
     * @param properties the properties
     * @return the text in UTF-8
     */
    public static byte[] write(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("A writer into memory does not fail", e);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
