package org.lynceus.detector.celebrities.internal.search;

import java.util.Objects;
import org.lynceus.api.celebrity.Celebrity;

/**
 * Tells people apart: two galleries may both have a person 7, who are two people unless their names are the same.
 *
 * @param id of the person
 * @param name of the person
 */
record Identity(String id, String name) {
    Identity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    static Identity of(Celebrity person) {
        return new Identity(person.id(), person.name());
    }
}
