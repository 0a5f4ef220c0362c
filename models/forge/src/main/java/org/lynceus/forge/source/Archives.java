package org.lynceus.forge.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.lynceus.forge.ForgeException;

/** Reads files out of package archives (gzip-compressed tar) without unpacking anything to disk. */
final class Archives {
    private Archives() {}

    /**
     * Reads some files of an archive.
     *
     * @param archive the archive
     * @param paths paths inside the package, without the archive's own top folder
     * @return the content of every wanted path that the archive has
     * @throws ForgeException when the archive is damaged or cut off
     */
    static Map<String, byte[]> read(Path archive, Set<String> paths) throws ForgeException {
        Map<String, byte[]> found = new HashMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && found.size() < paths.size()) {
                String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (entry.isFile() && paths.contains(path)) {
                    found.put(path, tar.readAllBytes());
                }
                entry = tar.getNextEntry();
            }
        } catch (IOException e) {
            throw new ForgeException("The archive " + archive.getFileName() + " is damaged: " + e.getMessage(), e);
        }
        return found;
    }
}
