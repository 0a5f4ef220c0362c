package org.lynceus.gallerybuilder.people;

import java.util.List;

/**
 * A person of the table.
 *
 * @param id letters and digits
 * @param name as it is to be shown
 * @param label the name, with the id where another person has the same name
 * @param gender that the person is known by
 * @param urls without a scheme
 * @param photos names of files as they stand in the table; empty when it names none
 * @param keys by which files are found otherwise: the id as it stands in the table, the id, the name
 */
public record Person(
        String id,
        String name,
        String label,
        KnownGender gender,
        List<String> urls,
        List<String> photos,
        List<String> keys) {
    /** Copies the lists. */
    public Person {
        urls = List.copyOf(urls);
        photos = List.copyOf(photos);
        keys = List.copyOf(keys);
    }
}
