package org.lynceus.detector.celebrities.internal.gallery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lynceus.detector.celebrities.internal.gallery.GalleryHeader.Vectors;
import org.osgi.framework.Version;

/** Reads {@code gallery/gallery.properties}. */
final class HeaderReader {
    /** The file. */
    static final String FILE = "gallery/gallery.properties";

    /** The most people of a gallery. */
    static final int MAX_PEOPLE = 1_000_000;

    /** The most numbers of a vector. */
    static final int MAX_DIMENSION = 8192;

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_ENCODERS = 64;
    private static final int MAX_TITLE = 200;
    private static final String FORMAT = "1";
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,63}");
    private static final Pattern ENCODER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._+-]{0,199}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Properties properties;

    private HeaderReader(Properties properties) {
        this.properties = properties;
    }

    /**
     * Reads the file of a bundle.
     *
     * @throws GalleryException when it is missing or says something that cannot be
     * @throws IOException when it cannot be read
     */
    static GalleryHeader read(GalleryEntries entries) throws GalleryException, IOException {
        byte[] bytes;
        try (CheckedEntry entry = CheckedEntry.open(entries, FILE)) {
            bytes = entry.stream().readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new GalleryException(FILE, "has more than " + MAX_BYTES + " bytes");
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new GalleryException(FILE, e.getMessage(), e);
        }
        return new HeaderReader(properties).header();
    }

    private GalleryHeader header() throws GalleryException {
        String format = text("format", FORMAT.length());
        if (!format.equals(FORMAT)) {
            throw new GalleryException(FILE, "its format is '" + format + "', and only 1 is known");
        }
        return new GalleryHeader(
                matching("id", ID, "letters, digits, dots and hyphens, at most 64"),
                text("title", MAX_TITLE),
                version(),
                licence(),
                number("people", MAX_PEOPLE),
                matching("people.sha256", SHA256, "64 hexadecimal digits"),
                vectors());
    }

    private String version() throws GalleryException {
        String version = text("version", MAX_TITLE);
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException e) {
            throw new GalleryException(FILE, "its version is '" + version + "', not a version such as 1.2.0", e);
        }
    }

    private String licence() {
        String licence = properties.getProperty("licence", "").strip();
        return licence.isEmpty() ? "not stated" : licence;
    }

    private SortedMap<String, Vectors> vectors() throws GalleryException {
        String[] versions = text("encoders", MAX_BYTES).split(",");
        if (versions.length > MAX_ENCODERS) {
            throw new GalleryException(FILE, "it names more than " + MAX_ENCODERS + " encoders");
        }
        SortedMap<String, Vectors> vectors = new TreeMap<>();
        for (String part : versions) {
            String version = part.strip();
            if (!ENCODER.matcher(version).matches()) {
                throw new GalleryException(FILE, "'" + version + "' is not the version of an encoder");
            }
            Vectors file = new Vectors(
                    number(version + ".dimension", MAX_DIMENSION),
                    matching(version + ".sha256", SHA256, "64 hexadecimal digits"));
            if (vectors.put(version, file) != null) {
                throw new GalleryException(FILE, "it names the encoder " + version + " twice");
            }
        }
        return vectors;
    }

    private String text(String key, int limit) throws GalleryException {
        String text = properties.getProperty(key, "").strip();
        if (text.isEmpty()) {
            throw new GalleryException(FILE, "'" + key + "' is missing");
        }
        if (text.length() > limit) {
            throw new GalleryException(FILE, "'" + key + "' has more than " + limit + " characters");
        }
        return text;
    }

    private String matching(String key, Pattern pattern, String wanted) throws GalleryException {
        String text = text(key, MAX_BYTES);
        if (!pattern.matcher(text).matches()) {
            throw new GalleryException(FILE, "'" + key + "' is made of " + wanted);
        }
        return text;
    }

    private int number(String key, int limit) throws GalleryException {
        String text = text(key, MAX_BYTES);
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= limit) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new GalleryException(FILE, "'" + key + "' is not a number from 1 to " + limit, e);
        }
        throw new GalleryException(FILE, "'" + key + "' is not a number from 1 to " + limit);
    }
}
