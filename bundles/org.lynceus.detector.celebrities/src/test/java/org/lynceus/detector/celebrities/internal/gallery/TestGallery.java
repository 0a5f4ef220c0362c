package org.lynceus.detector.celebrities.internal.gallery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lynceus.detector.celebrities.internal.search.FakeEncoder;

/** A gallery in memory that a test can damage; its vectors have two numbers. */
final class TestGallery implements GalleryEntries {
    final Map<String, byte[]> files = new TreeMap<>();
    final Map<String, String> properties = new LinkedHashMap<>();

    /** What is thrown when a file is opened. */
    IOException failure;

    /** What happens when a file is opened. */
    Runnable opened = () -> {};

    private TestGallery() {}

    /** A gallery of people who lie one after the other, a degree apart. */
    static TestGallery of(String id, String version, int people, String... encoders) {
        StringBuilder csv = new StringBuilder("id,name,gender,urls\r\n");
        for (int person = 0; person < people; person++) {
            csv.append(id).append(person).append(",Person ").append(person).append(",Unlisted,\r\n");
        }
        TestGallery gallery = new TestGallery();
        gallery.properties.put("format", "1");
        gallery.properties.put("id", id);
        gallery.properties.put("title", "Gallery " + id);
        gallery.properties.put("version", version);
        gallery.properties.put("encoders", String.join(",", encoders));
        gallery.people(csv.toString(), people);
        for (String encoder : encoders) {
            float[] vectors = new float[2 * people];
            for (int person = 0; person < people; person++) {
                double angle = Math.toRadians(person);
                System.arraycopy(FakeEncoder.direction(Math.cos(angle), Math.sin(angle)), 0, vectors, 2 * person, 2);
            }
            gallery.vectors(encoder, 2, vectors);
        }
        return gallery;
    }

    /** Replaces the people. */
    void people(String csv, int count) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        properties.put("people", Integer.toString(count));
        properties.put("people.sha256", sha256(bytes));
        files.put(PeopleReader.FILE, bytes);
    }

    /** Replaces the vectors of an encoder. */
    void vectors(String encoder, int dimension, float... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        properties.put(encoder + ".dimension", Integer.toString(dimension));
        properties.put(encoder + ".sha256", sha256(bytes.array()));
        files.put(VectorsReader.file(encoder), bytes.array());
    }

    /** The gallery as a bundle. */
    GallerySource source(long bundle, long modified) {
        return new GallerySource(bundle, "org.lynceus.gallery." + properties.get("id"), "1.0.0", modified, this);
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        opened.run();
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(bytes(path)).map(ByteArrayInputStream::new);
    }

    private byte[] bytes(String path) {
        if (path.equals(HeaderReader.FILE) && !files.containsKey(path)) {
            return properties.entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
        }
        return files.get(path);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
