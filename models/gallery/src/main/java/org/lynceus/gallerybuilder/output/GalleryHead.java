package org.lynceus.gallerybuilder.output;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a gallery says of itself.
 *
 * @param id letters, digits, dots and hyphens
 * @param title for people
 * @param version such as 1.0.0
 * @param licence under which its contents may be used
 * @param source where the photos come from
 */
public record GalleryHead(String id, String title, String version, Optional<String> licence, Optional<String> source) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+)*");
    private static final int LONGEST_ID = 64;
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}(\\.\\d{1,9}(\\.[A-Za-z0-9_-]+)?)?)?");

    /**
     * Checks id and version, and puts the texts on one line.
     *
     * @throws IllegalArgumentException when one of them cannot be; the message is for the user
     */
    public GalleryHead {
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id: letters, digits, hyphens and dots between them, at most " + LONGEST_ID);
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("'" + version + "' is no version such as 1.0.0");
        }
        title = line(title);
        licence = licence.map(GalleryHead::line).filter(text -> !text.isEmpty());
        source = source.map(GalleryHead::line).filter(text -> !text.isEmpty());
        if (title.isEmpty()) {
            throw new IllegalArgumentException("The title is empty");
        }
    }

    /**
     * An id made of a file's name, such as {@code acme-staff} of {@code Acme staff.jar}.
     *
     * @param file its name without folders
     */
    public static String id(String file) {
        String id = file.replaceFirst("(?i)\\.jar$", "")
                .replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[.-]+|[.-]+$", "");
        String cut = id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("[.-]+$", "");
        return cut.isEmpty() ? "gallery" : cut;
    }

    /** A title made of an id, such as {@code Acme staff} of {@code acme-staff}. */
    public static String title(String id) {
        String words = id.replaceAll("[.-]+", " ").strip();
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String line(String text) {
        return text.replaceAll("(?U)[\\s\\p{Cntrl}]+", " ").strip();
    }
}
