package org.lynceus.detector.celebrities.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.lynceus.detector.celebrities.internal.search.GallerySearch.Match;
import org.lynceus.detector.celebrities.internal.search.Identification.Identified;

/** Collects what the faces of one image are near to, and names them. Not thread-safe. */
final class Round {
    /** People of a gallery that are looked at for a face: the second may be the first under another id, and so on. */
    private static final int NEIGHBOURS = 4;

    private final GallerySnapshot snapshot;
    private final List<List<Candidate>> candidates = new ArrayList<>();
    private final Map<String, DoubleUnaryOperator> rates = new HashMap<>();

    /**
     * What an encoder makes of the faces.
     *
     * @param vectors of the faces
     * @param rate false match rate of distances between such vectors
     */
    record Encoded(List<float[]> vectors, DoubleUnaryOperator rate) {}

    /**
     * Starts a round.
     *
     * @param snapshot what is searched
     * @param faces how many faces there are
     */
    Round(GallerySnapshot snapshot, int faces) {
        this.snapshot = snapshot;
        for (int face = 0; face < faces; face++) {
            candidates.add(new ArrayList<>());
        }
    }

    /** What is searched. */
    GallerySnapshot snapshot() {
        return snapshot;
    }

    /** Takes in what an encoder makes of the faces, for the galleries that need it. */
    void add(String version, Encoded encoded) {
        rates.put(version, encoded.rate());
        for (int number = 0; number < snapshot.galleries().size(); number++) {
            SearchedGallery gallery = snapshot.galleries().get(number);
            if (gallery.encoder().equals(version)) {
                add(number, gallery, encoded);
            }
        }
    }

    private void add(int number, SearchedGallery gallery, Encoded encoded) {
        List<List<Neighbour>> found = gallery.index().search(encoded.vectors(), NEIGHBOURS);
        for (int face = 0; face < found.size(); face++) {
            for (Neighbour near : found.get(face)) {
                candidates
                        .get(face)
                        .add(new Candidate(
                                number,
                                near.person(),
                                gallery.people().get(near.person()),
                                encoded.rate().applyAsDouble(near.distance()),
                                near.distance()));
            }
        }
    }

    /** Names the faces. */
    List<Optional<Match>> decide(Identification identification) {
        return candidates.stream()
                .map(near -> identification
                        .decide(snapshot.people(), near, this::rate)
                        .map(Round::match))
                .toList();
    }

    private double rate(Candidate one, Candidate other) {
        SearchedGallery first = snapshot.galleries().get(one.gallery());
        SearchedGallery second = snapshot.galleries().get(other.gallery());
        if (!first.encoder().equals(second.encoder())) {
            return 1;
        }
        double distance = Neighbour.distance(
                first.index().vector(one.person()), second.index().vector(other.person()));
        return rates.get(first.encoder()).applyAsDouble(distance);
    }

    private static Match match(Identified identified) {
        return new Match(identified.person().celebrity(), identified.confidence());
    }
}
