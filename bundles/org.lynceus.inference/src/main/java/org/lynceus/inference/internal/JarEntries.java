package org.lynceus.inference.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Files of a model bundle that is a jar in the file system.
 *
 * @param source what to call it
 * @param jar open as long as entries are read
 */
public record JarEntries(String source, JarFile jar) implements ModelEntries {
    @Override
    public Optional<InputStream> open(String path) throws IOException {
        ZipEntry entry = jar.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(jar.getInputStream(entry));
    }
}
