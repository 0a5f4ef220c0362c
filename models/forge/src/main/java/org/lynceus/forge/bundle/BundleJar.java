package org.lynceus.forge.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lynceus.forge.ForgeException;

/** Writes a bundle as a jar. Equal content gives equal bytes; a reader sees the whole jar or none. */
public final class BundleJar {
    /** The time of every entry, whatever the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private BundleJar() {}

    /**
     * Writes a bundle.
     *
     * @param jar the file, replaced when it is there
     * @param manifest the manifest, the first entry
     * @param files the other files by name
     * @throws ForgeException when it cannot be written
     */
    public static void write(Path jar, byte[] manifest, Map<String, byte[]> files) throws ForgeException {
        Path target = jar.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling("." + target.getFileName() + ".part");
            try {
                try (OutputStream file = Files.newOutputStream(part);
                        ZipOutputStream zip = new ZipOutputStream(file)) {
                    put(zip, BundleManifest.PATH, manifest);
                    for (Map.Entry<String, byte[]> content : new TreeMap<>(files).entrySet()) {
                        if (!content.getKey().equals(BundleManifest.PATH)) {
                            put(zip, content.getKey(), content.getValue());
                        }
                    }
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + target, e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
