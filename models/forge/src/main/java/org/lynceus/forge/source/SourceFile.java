package org.lynceus.forge.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.lynceus.forge.ForgeException;

/**
 * A file that its checksum pins, or a pinned slice of one (packed assets are plain concatenations of files).
 *
 * @param origins where it can be had, tried in order; at least one
 * @param sha256 the SHA-256 of the whole file
 * @param slice the part to take, when not all of it
 */
public record SourceFile(List<Origin> origins, String sha256, Optional<Slice> slice) {
    public SourceFile {
        origins = List.copyOf(origins);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("A source needs an origin");
        }
    }

    /**
     * A part of a file.
     *
     * @param start first byte
     * @param end first byte after the part
     * @param sha256 the SHA-256 of the part
     */
    public record Slice(int start, int end, String sha256) {}

    /**
     * Reads {@code <prefix>source}, {@code <prefix>source.or} (further origins, separated by {@code " | "}), {@code
     * <prefix>source.sha256} and, for a slice, {@code <prefix>source.slice} (as {@code start-end}, end exclusive) and
     * {@code <prefix>source.slice.sha256}.
     *
     * @param properties where the keys are
     * @param prefix text before {@code source}, may be empty
     * @param folder the folder that the keys come from: committed files lie in it
     * @return the source
     * @throws ForgeException when a key is missing or malformed
     */
    public static SourceFile of(Properties properties, String prefix, Path folder) throws ForgeException {
        String key = prefix + "source";
        List<Origin> origins = new ArrayList<>();
        origins.add(Origin.parse(required(properties, key), folder));
        String others = properties.getProperty(key + ".or", "");
        if (!others.isBlank()) {
            for (String other : others.split("\\s\\|\\s", -1)) {
                origins.add(Origin.parse(other, folder));
            }
        }
        String sha256 = checksum(properties, key + ".sha256");
        String range = properties.getProperty(key + ".slice");
        if (range == null) {
            return new SourceFile(origins, sha256, Optional.empty());
        }
        String[] ends = range.strip().split("-", -1);
        if (ends.length != 2 || !Arrays.stream(ends).allMatch(end -> end.matches("\\d{1,9}"))) {
            throw new ForgeException(key + ".slice = " + range + " does not have the form start-end");
        }
        Slice slice = new Slice(
                Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), checksum(properties, key + ".slice.sha256"));
        return new SourceFile(origins, sha256, Optional.of(slice));
    }

    /** The first of the origins. */
    public Origin origin() {
        return origins.get(0);
    }

    /** Whether it is kept in the repository, so that it needs neither cache nor mirror. */
    public boolean committed() {
        return origin() instanceof CommittedFile;
    }

    /** The checksum of the bytes that this source stands for: of the slice where there is one. */
    public String contentSha256() {
        return slice.map(Slice::sha256).orElse(sha256);
    }

    /** The origin with the slice if any, for messages and lists. */
    public String description() {
        return origin()
                + slice.map(part -> " [" + part.start() + "-" + part.end() + "]")
                        .orElse("");
    }

    /**
     * Takes the slice out of the whole file and verifies it; the file itself when there is no slice.
     *
     * @param whole the whole file
     * @return the bytes that this source stands for
     * @throws ForgeException when the file is too short or the part is not what it should be
     */
    byte[] cut(byte[] whole) throws ForgeException {
        if (slice.isEmpty()) {
            return whole;
        }
        Slice part = slice.get();
        if (part.end() > whole.length || part.start() >= part.end()) {
            throw new ForgeException(origin() + " has " + whole.length + " bytes: no room for the slice " + part.start()
                    + "-" + part.end());
        }
        byte[] bytes = Arrays.copyOfRange(whole, part.start(), part.end());
        verify(description(), bytes, part.sha256());
        return bytes;
    }

    /** Fails when some bytes do not have the expected checksum. */
    static void verify(String what, byte[] content, String expected) throws ForgeException {
        String actual = Hashes.sha256(content);
        if (!actual.equals(expected)) {
            throw new ForgeException("Checksum mismatch: " + what + " (" + content.length + " bytes) has SHA-256 "
                    + actual + ", expected " + expected);
        }
    }

    private static String required(Properties properties, String key) throws ForgeException {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new ForgeException("The key '" + key + "' is missing");
        }
        return value.strip();
    }

    private static String checksum(Properties properties, String key) throws ForgeException {
        String value = required(properties, key);
        if (!value.matches("[0-9a-f]{64}")) {
            throw new ForgeException(key + " = " + value + " is not a SHA-256 in lower-case hexadecimal");
        }
        return value;
    }
}
