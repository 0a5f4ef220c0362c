package org.lynceus.detector.celebrities.internal.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.api.celebrity.Celebrity;

/**
 * The galleries at one moment. Immutable and thread-safe.
 *
 * @param facts all people who are known, by id, also those who cannot be recognised now
 * @param galleries those that can be searched, the first installed first
 * @param people how many different people these have
 */
public record GallerySnapshot(Map<String, Celebrity> facts, List<SearchedGallery> galleries, int people) {
    /** No gallery. */
    public static final GallerySnapshot EMPTY = of(Map.of(), List.of());

    /** Copies the list; the map is the snapshot's own. */
    public GallerySnapshot {
        galleries = List.copyOf(galleries);
    }

    /**
     * Counts the people.
     *
     * @param facts not changed any more
     * @param galleries those that can be searched
     */
    public static GallerySnapshot of(Map<String, Celebrity> facts, Collection<SearchedGallery> galleries) {
        Set<Identity> identities = new HashSet<>();
        galleries.forEach(gallery -> gallery.people().forEach(person -> identities.add(Identity.of(person))));
        return new GallerySnapshot(facts, List.copyOf(galleries), identities.size());
    }

    /** Versions of the encoders that the galleries need. */
    Set<String> encoders() {
        Set<String> encoders = new LinkedHashSet<>();
        galleries.forEach(gallery -> encoders.add(gallery.encoder()));
        return encoders;
    }
}
