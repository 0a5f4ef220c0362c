package org.lynceus.forge.bundle;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.SourceFile;

/**
 * A list of pinned files that are taken as they are: {@code <name>.source} and {@code <name>.source.sha256} for each
 * file name.
 */
public final class FileSet {
    private static final String SUFFIX = ".source";

    private FileSet() {}

    /**
     * Reads a list.
     *
     * @param list the properties file with the list
     * @return the files by name
     * @throws ForgeException when it is missing or malformed
     */
    public static Map<String, SourceFile> read(Path list) throws ForgeException {
        Properties properties = PropertiesText.read(list);
        Path folder = list.toAbsolutePath().getParent();
        Map<String, SourceFile> sources = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.endsWith(SUFFIX)) {
                String name = key.substring(0, key.length() - SUFFIX.length());
                sources.put(name, SourceFile.of(properties, name + ".", folder));
            }
        }
        return sources;
    }

    /**
     * Gets all files of a list.
     *
     * @param list the properties file with the list
     * @param fetcher gets the files
     * @return the content of each file by name
     * @throws ForgeException when one cannot be had or is not what it should be
     */
    public static Map<String, byte[]> fetch(Path list, Fetcher fetcher) throws ForgeException {
        Map<String, SourceFile> sources = read(list);
        Map<SourceFile, byte[]> contents =
                fetcher.fetch(sources.values().stream().toList());
        Map<String, byte[]> files = new LinkedHashMap<>();
        sources.forEach((name, source) -> files.put(name, contents.get(source)));
        return files;
    }
}
