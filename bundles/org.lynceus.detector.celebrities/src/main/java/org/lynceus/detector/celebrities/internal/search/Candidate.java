package org.lynceus.detector.celebrities.internal.search;

import java.util.Objects;
import org.lynceus.api.celebrity.Celebrity;

/**
 * A person of a gallery who may be the one that a face shows.
 *
 * @param gallery number of the gallery among those that are searched, from 0
 * @param person number of the person in the gallery, from 0
 * @param celebrity who the person is, as that gallery says
 * @param rate how seldom two different people are as near as the face and this person, 0–1
 * @param distance of the face's vector and the person's, 0–2
 */
public record Candidate(int gallery, int person, Celebrity celebrity, double rate, double distance) {
    /** Checks that nothing is absent. */
    public Candidate {
        Objects.requireNonNull(celebrity, "celebrity");
    }

    /** Whether both are entries of one person, in one gallery or in two. */
    boolean samePerson(Candidate other) {
        return Identity.of(celebrity).equals(Identity.of(other.celebrity));
    }
}
