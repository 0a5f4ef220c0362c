package org.lynceus.gallerybuilder.output;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lynceus.gallerybuilder.people.Person;

/**
 * A finished gallery.
 *
 * @param head what it says of itself
 * @param people in the order of the vectors
 * @param vectors by encoder version: one of length 1 for each of the people
 */
public record Gallery(GalleryHead head, List<Person> people, SortedMap<String, List<float[]>> vectors) {
    /**
     * Creates it.
     *
     * @param vectors by encoder version, in any order
     */
    public static Gallery of(GalleryHead head, List<Person> people, Map<String, List<float[]>> vectors) {
        return new Gallery(head, List.copyOf(people), new TreeMap<>(vectors));
    }
}
