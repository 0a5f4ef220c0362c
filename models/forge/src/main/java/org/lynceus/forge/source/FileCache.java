package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/**
 * Files kept outside the source tree and addressed by their SHA-256, so that a file is fetched once per machine.
 *
 * <p>An entry is checked on every read; a damaged one is dropped and counts as absent. Writing is atomic: several
 * builds may share the folder.
 */
public final class FileCache {
    private final Path root;

    /**
     * A cache in a folder.
     *
     * @param root the folder; created when first written to
     */
    public FileCache(Path root) {
        this.root = root;
    }

    /** The user's cache: {@code $LYNCEUS_CACHE}, otherwise {@code lynceus} below {@code $XDG_CACHE_HOME} or {@code ~/.cache}. */
    public static FileCache ofUser() {
        String own = System.getenv("LYNCEUS_CACHE");
        if (own != null && !own.isBlank()) {
            return new FileCache(Path.of(own));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return new FileCache(base.resolve("lynceus"));
    }

    /** The folder of this cache. */
    public Path root() {
        return root;
    }

    /**
     * Looks a file up.
     *
     * @param sha256 its SHA-256
     * @return its content, verified
     * @throws ForgeException when the folder cannot be read
     */
    public Optional<byte[]> find(String sha256) throws ForgeException {
        Path file = path(sha256);
        try {
            byte[] content = Files.readAllBytes(file);
            if (Hashes.sha256(content).equals(sha256)) {
                return Optional.of(content);
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ForgeException("Cannot read the cached file " + file, e);
        }
    }

    /**
     * Keeps a file.
     *
     * @param content its content
     * @return its SHA-256
     * @throws ForgeException when the folder cannot be written
     */
    public String store(byte[] content) throws ForgeException {
        String sha256 = Hashes.sha256(content);
        writeAtomically(path(sha256), content);
        return sha256;
    }

    /**
     * Looks a note up that {@link #storeNamed} left.
     *
     * @param name its name
     * @return its content, not verified
     * @throws ForgeException when the folder cannot be read
     */
    public Optional<byte[]> findNamed(String name) throws ForgeException {
        Path file = root.resolve("index").resolve(name);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ForgeException("Cannot read the cached file " + file, e);
        }
    }

    /**
     * Keeps a note under a name of the caller's choice.
     *
     * @param name its name, fit for a file name
     * @param content its content
     * @throws ForgeException when the folder cannot be written
     */
    public void storeNamed(String name, byte[] content) throws ForgeException {
        writeAtomically(root.resolve("index").resolve(name), content);
    }

    /** Writes a file so that a reader sees all of it or nothing. */
    private static void writeAtomically(Path file, byte[] content) throws ForgeException {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), ".part", null);
            try {
                Files.write(temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ForgeException("Cannot write " + file, e);
        }
    }

    private Path path(String sha256) {
        return path(root, sha256);
    }

    /** Where a folder of this kind keeps the file of a checksum. */
    static Path path(Path root, String sha256) {
        return root.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
