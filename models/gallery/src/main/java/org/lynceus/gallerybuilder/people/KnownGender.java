package org.lynceus.gallerybuilder.people;

import java.util.Locale;
import java.util.Optional;

/** Gender that a person is publicly known by. */
public enum KnownGender {
    /** Male. */
    MALE("Male"),
    /** Female. */
    FEMALE("Female"),
    /** Neither male nor female. */
    NONBINARY("Nonbinary"),
    /** Not told. */
    UNLISTED("Unlisted");

    private final String label;

    KnownGender(String label) {
        this.label = label;
    }

    /** Its name in galleries. */
    public String label() {
        return label;
    }

    /**
     * Reads a cell.
     *
     * @param text such as {@code female}, {@code F} or {@code non-binary}; empty is unlisted
     * @return empty when the word is not known
     */
    static Optional<KnownGender> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "male", "m", "man" -> Optional.of(MALE);
            case "female", "f", "w", "woman" -> Optional.of(FEMALE);
            case "nonbinary", "non-binary", "nb", "x", "diverse", "d" -> Optional.of(NONBINARY);
            case "", "unlisted", "unknown", "u", "-" -> Optional.of(UNLISTED);
            default -> Optional.empty();
        };
    }
}
