package org.lynceus.detector.celebrities.internal.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.KnownGender;

/** Makes galleries of people who lie in directions. */
public final class People {
    private People() {}

    /** Somebody in a direction, in degrees. */
    public record Entry(String id, double degrees) {}

    /** Somebody in a direction. */
    public static Entry at(String id, double degrees) {
        return new Entry(id, degrees);
    }

    /** A gallery. */
    public static SearchedGallery gallery(String encoder, Entry... entries) {
        VectorIndex.Builder index = new VectorIndex.Builder(entries.length, 2);
        for (int i = 0; i < entries.length; i++) {
            double angle = Math.toRadians(entries[i].degrees());
            index.put(i, FakeEncoder.direction(Math.cos(angle), Math.sin(angle)));
        }
        List<Celebrity> people = Arrays.stream(entries)
                .map(entry -> new Celebrity(
                        entry.id(), entry.id() + " of " + entries.length, List.of(), KnownGender.UNLISTED))
                .toList();
        return new SearchedGallery(people, encoder, index.build());
    }

    /** A snapshot of galleries. */
    public static GallerySnapshot snapshot(SearchedGallery... galleries) {
        Map<String, Celebrity> facts = new HashMap<>();
        for (SearchedGallery gallery : galleries) {
            gallery.people().forEach(person -> facts.putIfAbsent(person.id(), person));
        }
        return GallerySnapshot.of(facts, List.of(galleries));
    }
}
