package org.lynceus.detector.celebrities.internal.search;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.celebrity.Celebrity;

/**
 * A gallery whose people can be recognised.
 *
 * @param people in the order of the index
 * @param encoder version of the encoder that made the vectors
 * @param index their vectors
 */
public record SearchedGallery(List<Celebrity> people, String encoder, VectorIndex index) {
    /** Checks that every person has a vector. */
    public SearchedGallery {
        people = List.copyOf(people);
        Objects.requireNonNull(encoder, "encoder");
        if (people.size() != index.people()) {
            throw new IllegalArgumentException(people.size() + " people with " + index.people() + " vectors");
        }
    }
}
