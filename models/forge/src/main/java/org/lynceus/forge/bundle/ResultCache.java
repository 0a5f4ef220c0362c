package org.lynceus.forge.bundle;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.source.FileCache;
import org.lynceus.forge.source.Hashes;

/**
 * Conversion results kept between builds.
 *
 * <p>A result is found again by the forge that made it and the description it was made from, source checksum included;
 * another version of the forge starts afresh. Each result is an index of names and checksums; a damaged file makes the
 * whole result count as absent.
 */
public final class ResultCache {
    private final FileCache files;
    private final String tool;

    /**
     * A cache.
     *
     * @param files where files are kept
     * @param tool what identifies the converter, down to its build
     */
    public ResultCache(FileCache files, String tool) {
        this.files = files;
        this.tool = tool;
    }

    /** The key of a result that is made by this forge from some inputs. */
    String key(byte[]... inputs) {
        StringBuilder text = new StringBuilder(tool);
        for (byte[] input : inputs) {
            text.append('\n').append(Hashes.sha256(input));
        }
        return Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    Optional<Map<String, byte[]>> find(String key) throws ForgeException {
        Optional<byte[]> index = files.findNamed(key);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        Properties names = PropertiesText.parse(index.get());
        Map<String, byte[]> result = new LinkedHashMap<>();
        for (String name : new TreeSet<>(names.stringPropertyNames())) {
            Optional<byte[]> content = files.find(names.getProperty(name));
            if (content.isEmpty()) {
                return Optional.empty();
            }
            result.put(name, content.get());
        }
        return result.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    void store(String key, Map<String, byte[]> result) throws ForgeException {
        Properties names = new Properties();
        for (Map.Entry<String, byte[]> file : result.entrySet()) {
            names.setProperty(file.getKey(), files.store(file.getValue()));
        }
        files.storeNamed(key, PropertiesText.write(names));
    }
}
