package org.lynceus.gallerybuilder.photos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lynceus.gallerybuilder.people.Person;

/**
 * Photos by the names of files and folders: those in a folder named like a person's id or name, and those whose own name
 * is, or begins with, the id or name. The longest fitting name counts, so that a file of Ann Lee Smith is none of Ann
 * Lee. Accents may be missing.
 */
final class PhotosByPerson {
    private final Map<String, Set<Integer>> people = new HashMap<>();
    private final Map<String, Set<Integer>> withoutAccents = new HashMap<>();

    /**
     * Prepares.
     *
     * @param everybody whose names count
     */
    PhotosByPerson(List<Person> everybody) {
        for (int i = 0; i < everybody.size(); i++) {
            for (String key : everybody.get(i).keys()) {
                String plain = NameKey.of(key);
                if (!plain.isEmpty()) {
                    people.computeIfAbsent(plain, name -> new TreeSet<>()).add(i);
                    withoutAccents
                            .computeIfAbsent(NameKey.withoutAccents(plain), name -> new TreeSet<>())
                            .add(i);
                }
            }
        }
    }

    /**
     * Whom a picture shows by its name.
     *
     * @param picture relative to the folder of photos
     * @return indices of people; more than one where several people have that name; empty when nobody has
     */
    Set<Integer> owners(String picture) {
        String[] parts = picture.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            Set<Integer> owners = named(NameKey.of(parts[i]));
            if (!owners.isEmpty()) {
                return owners;
            }
        }
        String key = NameKey.of(NameKey.stem(picture));
        while (!key.isEmpty()) {
            Set<Integer> owners = named(key);
            if (!owners.isEmpty()) {
                return owners;
            }
            key = key.substring(0, Math.max(0, key.lastIndexOf(NameKey.GAP)));
        }
        return Set.of();
    }

    private Set<Integer> named(String key) {
        return people.getOrDefault(key, withoutAccents.getOrDefault(NameKey.withoutAccents(key), Set.of()));
    }
}
