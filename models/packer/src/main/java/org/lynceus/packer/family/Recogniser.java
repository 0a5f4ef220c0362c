package org.lynceus.packer.family;

import java.util.Optional;

/** Recognises a family by the outputs of a graph. Stateless. */
@FunctionalInterface
interface Recogniser {
    /**
     * Looks at a graph.
     *
     * @param evidence what is known of it
     * @return its family; empty when it is none of this recogniser's
     */
    Optional<Family> recognise(Evidence evidence);
}
