package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lynceus.forge.ForgeException;

/**
 * Downloads packages with {@code npm pack}, which obeys the user's own npm configuration (mirror, proxy, cache) and
 * executes nothing from the package.
 */
public final class NpmClient implements PackageClient {
    private static final long TIMEOUT_MINUTES = 10;
    private static final Pattern DAMAGED = Pattern.compile("EINTEGRITY|TAR_BAD_ARCHIVE|Z_DATA_ERROR");

    private final String command;

    /** Uses the {@code npm} found on the path. */
    public NpmClient() {
        this("npm");
    }

    /**
     * Uses another executable.
     *
     * @param command name or path of the npm client
     */
    public NpmClient(String command) {
        this.command = command;
    }

    @Override
    public Path download(String coordinates, Path directory) throws ForgeException {
        Path log = directory.resolve("npm.log");
        Process process = start(coordinates, directory, log);
        try {
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                throw new UnavailableException("npm took more than " + TIMEOUT_MINUTES + " minutes for " + coordinates);
            }
            if (process.exitValue() != 0) {
                throw failure(coordinates, process.exitValue(), tail(log));
            }
            return archive(coordinates, directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ForgeException("Interrupted while npm fetched " + coordinates, e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** A package that came with another content than the registry promises is damaged, not unreachable. */
    private static ForgeException failure(String coordinates, int exit, String log) {
        if (DAMAGED.matcher(log).find()) {
            return new ForgeException(
                    "The package " + coordinates + " arrives damaged (npm, exit " + exit + ")\n" + log);
        }
        return new UnavailableException(
                "npm could not fetch " + coordinates + " (exit " + exit + "); is the network reachable?\n" + log);
    }

    private Process start(String coordinates, Path directory, Path log) throws ForgeException {
        try {
            return new ProcessBuilder(
                            command,
                            "pack",
                            coordinates,
                            "--ignore-scripts",
                            "--prefer-offline",
                            "--loglevel=error",
                            "--fetch-retries=1",
                            "--fetch-retry-mintimeout=1000")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UnavailableException(
                    "'" + command + "' cannot be started. It is needed once, to fetch " + coordinates
                            + ": install Node.js with npm",
                    e);
        }
    }

    private static Path archive(String coordinates, Path directory) throws ForgeException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new ForgeException("npm left no archive of " + coordinates));
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + directory, e);
        }
    }

    private static String tail(Path log) throws ForgeException {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            throw new ForgeException("Cannot read " + log, e);
        }
    }
}
