package org.lynceus.forge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.lynceus.forge.source.Hashes;

/** Identifies the forge by its own code, so that results of another build of it are not mistaken for its own. */
final class Fingerprint {
    private Fingerprint() {}

    /** The SHA-256 over all class files of the forge. */
    static String ofForge() throws ForgeException {
        try {
            Path code = Path.of(Fingerprint.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            MessageDigest digest = Hashes.digest();
            for (Path file : files(code)) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | URISyntaxException e) {
            throw new ForgeException("The forge cannot read its own code", e);
        }
    }

    private static List<Path> files(Path code) throws IOException {
        try (Stream<Path> files = Files.walk(code)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
