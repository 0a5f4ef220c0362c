package org.lynceus.forge.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lynceus.forge.ForgeException;

/**
 * A folder that holds source files under their SHA-256, for sites without a network: {@code <sha256>}, or {@code
 * sha256/<first two digits>/<sha256>} as in {@link FileCache}. Only read, always verified.
 */
public final class Mirror {
    /** The environment variable that names the user's mirror. */
    public static final String VARIABLE = "LYNCEUS_MODEL_MIRROR";

    private final Path root;

    /**
     * A mirror.
     *
     * @param root its folder
     * @throws ForgeException when there is no such folder
     */
    public Mirror(Path root) throws ForgeException {
        if (!Files.isDirectory(root)) {
            throw new ForgeException("The mirror " + root + " is not a folder");
        }
        this.root = root;
    }

    /**
     * The mirror that {@value #VARIABLE} names.
     *
     * @return the mirror; empty when the variable is not set
     * @throws ForgeException when it names no folder
     */
    public static Optional<Mirror> ofUser() throws ForgeException {
        String folder = System.getenv(VARIABLE);
        return folder == null || folder.isBlank() ? Optional.empty() : Optional.of(new Mirror(Path.of(folder)));
    }

    /**
     * Looks a file up.
     *
     * @param sha256 its SHA-256
     * @return its content, verified
     * @throws ForgeException when the mirror has another file under that name, or cannot be read
     */
    public Optional<byte[]> find(String sha256) throws ForgeException {
        for (Path file : List.of(root.resolve(sha256), FileCache.path(root, sha256))) {
            try {
                byte[] content = Files.readAllBytes(file);
                SourceFile.verify("the mirror's file " + file, content, sha256);
                return Optional.of(content);
            } catch (NoSuchFileException e) {
                continue;
            } catch (IOException e) {
                throw new ForgeException("Cannot read the mirror's file " + file, e);
            }
        }
        return Optional.empty();
    }
}
