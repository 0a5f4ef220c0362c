package org.lynceus.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The built archive, unpacked once for all servers. */
public final class Distribution {
    private static Path unpacked;

    private Distribution() {}

    /**
     * The folder that the archive unpacks to.
     *
     * @throws IOException when there is no archive or it does not unpack
     */
    public static synchronized Path home() throws IOException {
        if (unpacked == null) {
            Path folder = scratch().resolve("distribution");
            FileTrees.delete(folder);
            unpacked = unpackTo(folder);
        }
        return unpacked;
    }

    /**
     * Unpacks the archive.
     *
     * @param folder is made
     * @return the one folder in it
     * @throws IOException when there is no archive or it does not unpack
     */
    public static Path unpackTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Command.of(List.of("tar", "-xzf", archive().toString(), "-C", folder.toString()))
                .run()
                .orThrow();
        try (Stream<Path> content = Files.list(folder)) {
            return content.findFirst().orElseThrow();
        }
    }

    /** A bundle of the distribution, by its symbolic name. */
    public static Path bundle(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home().resolve("system"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-")
                            && file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no bundle " + name + " in the distribution"));
        }
    }

    /** A folder for what tests write; kept after the tests, for a look at the logs. */
    public static Path scratch() {
        Path folder =
                Path.of(System.getProperty("lynceus.scratch", "target/servers")).toAbsolutePath();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive() throws IOException {
        String named = System.getProperty("lynceus.archive");
        if (named == null || !Files.isRegularFile(Path.of(named))) {
            throw new IOException("Build the distribution first: lynceus.archive is " + named + ", which is no file");
        }
        return Path.of(named).toAbsolutePath().normalize();
    }
}
