package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.lynceus.forge.ForgeException;

/** Packages that all have the same files, and a list of what was downloaded. */
public final class FakePackages implements PackageClient {
    private final Map<String, byte[]> files;
    private final List<String> downloads = new ArrayList<>();
    private final Set<String> unreachable = new HashSet<>();
    private boolean truncated;

    public FakePackages(Map<String, byte[]> files) {
        this.files = files;
    }

    /** From now on archives end in the middle. */
    void truncate() {
        truncated = true;
    }

    /** From now on a package cannot be reached. */
    public void unreachable(String coordinates) {
        unreachable.add(coordinates);
    }

    /** From now on a package can be reached again. */
    public void reachable(String coordinates) {
        unreachable.remove(coordinates);
    }

    /** What was asked for so far. */
    public List<String> downloads() {
        return downloads;
    }

    @Override
    public Path download(String coordinates, Path directory) throws ForgeException {
        downloads.add(coordinates);
        if (unreachable.contains(coordinates)) {
            throw new UnavailableException("there is no " + coordinates + "\nsecond line");
        }
        Path archive = directory.resolve("package.tgz");
        try {
            write(archive);
            if (truncated) {
                byte[] whole = Files.readAllBytes(archive);
                Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + archive, e);
        }
        return archive;
    }

    private void write(Path archive) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GzipCompressorOutputStream(Files.newOutputStream(archive)))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry("package/" + file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
    }
}
