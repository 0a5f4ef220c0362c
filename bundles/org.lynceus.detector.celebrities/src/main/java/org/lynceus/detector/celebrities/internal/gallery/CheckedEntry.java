package org.lynceus.detector.celebrities.internal.gallery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a gallery that is read to its end and checked. Not thread-safe.
 *
 * @param file path in the bundle
 * @param stream its bytes
 * @param digest of what has been read
 */
record CheckedEntry(String file, InputStream stream, MessageDigest digest) implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /**
     * Opens a file.
     *
     * @throws GalleryException when there is no such file
     */
    static CheckedEntry open(GalleryEntries entries, String file) throws GalleryException, IOException {
        InputStream stream = entries.open(file).orElseThrow(() -> new GalleryException(file, "there is no such file"));
        MessageDigest digest = sha256();
        return new CheckedEntry(file, new BufferedInputStream(new DigestInputStream(stream, digest), BUFFER), digest);
    }

    /**
     * Checks that the file ends here and that it is the one that was meant.
     *
     * @param sha256 of the file, lower-case hexadecimal digits
     */
    void finish(String sha256) throws GalleryException, IOException {
        if (stream.read() >= 0) {
            throw new GalleryException(file, "is longer than the gallery says");
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new GalleryException(file, "its SHA-256 is " + found + ", and the gallery says " + sha256);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
