package org.lynceus.detector.celebrities.internal.gallery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.detector.celebrities.internal.search.GallerySnapshot;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;

/** Puts galleries together; where two have the same person, the one that was installed first answers. */
final class Overlaps {
    private Overlaps() {}

    /**
     * Makes a snapshot and notes in the slots what they have in common with earlier ones.
     *
     * @param slots the first installed first
     */
    static GallerySnapshot resolve(Collection<Slot> slots) {
        Map<String, Celebrity> facts = new HashMap<>();
        Map<String, Long> ids = new HashMap<>();
        List<SearchedGallery> galleries = new ArrayList<>();
        for (Slot slot : slots) {
            slot.overlap = "";
            slot.content.ifPresent(content -> {
                int before = facts.size();
                content.people().list().forEach(person -> facts.putIfAbsent(person.id(), person));
                int shared = before + content.people().list().size() - facts.size();
                Long earlier =
                        ids.putIfAbsent(content.header().id(), content.source().bundle());
                slot.overlap = sentence(shared, earlier);
            });
            slot.searched.ifPresent(galleries::add);
        }
        return GallerySnapshot.of(facts, galleries);
    }

    private static String sentence(int shared, Long earlier) {
        String people = shared == 0
                ? ""
                : "Ids of its people that galleries installed before it have too: " + shared
                        + "; those answer for the facts.";
        return earlier == null ? people : ("Bundle " + earlier + " holds a gallery of the same id. " + people).strip();
    }
}
