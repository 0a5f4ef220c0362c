package org.lynceus.gallerybuilder.people;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/** Ids of people: letters A to Z, a to z and digits. */
final class PersonId {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    /** Of a SHA-256 in base 62. */
    private static final int DIGITS = 43;

    private static final int LENGTH = 8;

    private PersonId() {}

    /**
     * An id made of a name: the first 8 of the 43 base-62 digits (0-9, A-Z, a-z) of its SHA-256 in UTF-8. Before, the
     * name is put into NFC and lower case, and each run of white space into one space; so it is the same on every machine
     * and in every build.
     */
    static String ofName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?U)\\s+", " ")
                .strip();
        BigInteger rest = new BigInteger(1, sha256(plain));
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().substring(0, LENGTH);
    }

    /** Leaves everything out that an id cannot hold; may be empty. */
    static String cleaned(String id) {
        return id.replaceAll("[^0-9A-Za-z]", "");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
