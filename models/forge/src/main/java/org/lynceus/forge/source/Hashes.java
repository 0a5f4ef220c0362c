package org.lynceus.forge.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 sums in lower-case hexadecimal. */
public final class Hashes {
    private Hashes() {}

    /**
     * The SHA-256 of some bytes.
     *
     * @param content the bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /**
     * A fresh SHA-256 digest, for content that comes in parts.
     *
     * @return the digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
