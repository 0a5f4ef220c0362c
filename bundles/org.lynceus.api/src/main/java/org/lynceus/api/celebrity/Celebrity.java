package org.lynceus.api.celebrity;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A person of a gallery.
 *
 * @param id letters and digits; the same in every build of the gallery
 * @param name as it is to be shown; not blank
 * @param urls addresses about the person, without a scheme, such as {@code www.example.org/person/1}; at most 255
 * @param gender that the person is known by
 */
public record Celebrity(String id, String name, List<String> urls, KnownGender gender) {
    /** How many addresses a person may have. */
    public static final int MAX_URLS = 255;

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]+");

    /** Copies the list and checks the rest. */
    public Celebrity {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An id is made of letters and digits, not '" + id + "'");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("The person " + id + " has no name");
        }
        urls = List.copyOf(urls);
        if (urls.size() > MAX_URLS) {
            throw new IllegalArgumentException("The person " + id + " has more than " + MAX_URLS + " addresses");
        }
        Objects.requireNonNull(gender, "gender");
    }
}
