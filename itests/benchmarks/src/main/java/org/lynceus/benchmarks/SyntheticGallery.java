package org.lynceus.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/**
 * A gallery of people whom nobody has seen, but for one: vectors of random directions, evenly spread, as bundle.
 *
 * @param id of the gallery
 * @param people how many
 * @param encoder version of the encoder of the vectors
 * @param real the vector of the last of the people, which gives the dimension
 */
record SyntheticGallery(String id, int people, String encoder, float[] real) {
    private static final long SEED = 1;

    /**
     * A gallery for the best encoder of a server, in which the last of the people has the largest face of a picture.
     *
     * @param portraits what the analysis {@code face-portraits} tells of the picture
     */
    static SyntheticGallery of(String id, int people, JsonNode portraits) {
        String encoder = portraits.path("encoders").path(0).asText();
        JsonNode vector = portraits.path("faces").path(0).path("vectors").path(encoder);
        float[] real = new float[vector.size()];
        for (int i = 0; i < real.length; i++) {
            real[i] = vector.get(i).floatValue();
        }
        return new SyntheticGallery(id, people, encoder, real);
    }

    /** The id of the person who has been seen. */
    String realId() {
        return "p" + (people - 1);
    }

    /** Writes the bundle. */
    void write(Path file) throws IOException {
        byte[] table = table();
        byte[] vectors = vectors();
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(stream, manifest())) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            put(jar, "gallery/gallery.properties", description(table, vectors));
            put(jar, "gallery/people.csv", table);
            put(jar, "gallery/vectors/" + encoder + ".f32", vectors);
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.lynceus.gallery." + id);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue(
                "Provide-Capability",
                "lynceus.gallery;lynceus.gallery=\"" + id + "\";version:Version=\"1.0.0\";effective:=active");
        return manifest;
    }

    private byte[] description(byte[] table, byte[] vectors) {
        return String.join(
                        "\n",
                        "format = 1",
                        "id = " + id,
                        "title = " + people + " people whom nobody has seen",
                        "version = 1.0.0",
                        "people = " + people,
                        "people.sha256 = " + sha256(table),
                        "encoders = " + encoder,
                        encoder + ".dimension = " + real.length,
                        encoder + ".sha256 = " + sha256(vectors),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] table() {
        StringBuilder csv = new StringBuilder("id,name,gender,urls\r\n");
        for (int person = 0; person < people; person++) {
            csv.append('p').append(person).append(",Person ").append(person).append(",Unlisted,\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] vectors() {
        ByteBuffer rows =
                ByteBuffer.allocate(people * real.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(SEED);
        double[] direction = new double[real.length];
        for (int person = 0; person < people - 1; person++) {
            double squares = 0;
            for (int i = 0; i < direction.length; i++) {
                direction[i] = random.nextGaussian();
                squares += direction[i] * direction[i];
            }
            for (double value : direction) {
                rows.putFloat((float) (value / Math.sqrt(squares)));
            }
        }
        for (float value : real) {
            rows.putFloat(value);
        }
        return rows.array();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
