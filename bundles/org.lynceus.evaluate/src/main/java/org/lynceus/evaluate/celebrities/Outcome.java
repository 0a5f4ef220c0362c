package org.lynceus.evaluate.celebrities;

import java.util.Optional;
import org.lynceus.client.picture.Picture;
import org.lynceus.evaluate.dataset.Probe;
import org.lynceus.evaluate.server.Named;
import org.lynceus.evaluate.server.Recognition;
import org.lynceus.evaluate.server.SearchedFace;
import org.lynceus.evaluate.session.Central;

/**
 * What the server said of a probe.
 *
 * @param probe that was sent
 * @param enlarged whether it was sent enlarged
 * @param face nearest the centre; empty when there is none
 * @param refusal why the server or this machine could not read the picture
 * @param millis from the request to its answer; NaN when nothing was sent
 */
record Outcome(Probe probe, boolean enlarged, Optional<SearchedFace> face, Optional<String> refusal, double millis) {
    /** Chooses the central face. */
    static Outcome of(Probe probe, Picture picture, Recognition recognition, double millis) {
        return new Outcome(
                probe,
                picture.enlarged(),
                Central.of(recognition.faces(), SearchedFace::box, picture),
                recognition.refusal(),
                millis);
    }

    /** Of a picture that this machine cannot read. */
    static Outcome unreadable(Probe probe, String why) {
        return new Outcome(probe, false, Optional.empty(), Optional.of(why), Double.NaN);
    }

    /** Whether nobody of the gallery is on the picture. */
    boolean stranger() {
        return probe.person().isEmpty();
    }

    /** Who the face is, as the server says; empty when there is no face or it has no name. */
    Optional<Named> named() {
        return face.flatMap(SearchedFace::named);
    }

    /** Whether the name, if there is one, is the right one. */
    boolean right() {
        return named().filter(person -> probe.person()
                        .filter(truth -> truth.is(person.id(), person.name()))
                        .isPresent())
                .isPresent();
    }
}
