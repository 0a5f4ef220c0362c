package org.lynceus.gallerybuilder.photos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lynceus.client.ToolException;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;
import org.lynceus.gallerybuilder.people.Person;

/**
 * The files that show people.
 *
 * @param photos by people in their order
 * @param findings names without a file, people without a photo
 * @param notes pictures that belong to nobody
 */
public record FoundPhotos(List<Photo> photos, List<Finding> findings, List<String> notes) {
    /** Copies the lists. */
    public FoundPhotos {
        photos = List.copyOf(photos);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * Finds people's photos: those that the table names, and for people without such by the names of files and folders.
     *
     * @param people of the table
     * @param table the file they stand in
     * @param root folder of photos
     * @throws ToolException when the folder cannot be read
     */
    public static FoundPhotos of(List<Person> people, Path table, Path root) throws ToolException {
        return new Search(people, PhotoFolder.of(root), table.toAbsolutePath().getParent()).all();
    }

    private static final class Search {
        private final List<Person> people;
        private final PhotoFolder folder;
        private final NamedPhotos named;
        private final List<List<String>> byName = new ArrayList<>();
        private final List<List<Finding>> doubtful = new ArrayList<>();
        private final List<String> nobodys = new ArrayList<>();

        Search(List<Person> people, PhotoFolder folder, Path tableFolder) {
            this.people = people;
            this.folder = folder;
            named = new NamedPhotos(folder, tableFolder);
            for (int i = 0; i < people.size(); i++) {
                byName.add(new ArrayList<>());
                doubtful.add(new ArrayList<>());
            }
            PhotosByPerson names = new PhotosByPerson(people);
            folder.pictures().forEach(picture -> give(picture, names.owners(picture)));
        }

        private void give(String picture, Set<Integer> owners) {
            if (owners.isEmpty()) {
                nobodys.add(picture);
            } else if (owners.size() == 1) {
                byName.get(owners.iterator().next()).add(picture);
            } else {
                for (int owner : owners) {
                    doubtful.get(owner)
                            .add(Finding.unused(
                                    Kind.MISSING,
                                    people.get(owner).label(),
                                    picture,
                                    "fits " + owners.size() + " people of that name; name the file after the id"));
                }
            }
        }

        FoundPhotos all() {
            List<Photo> photos = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            Set<Path> taken = new HashSet<>();
            for (int i = 0; i < people.size(); i++) {
                Person person = people.get(i);
                if (!person.photos().isEmpty()) {
                    int before = photos.size();
                    named.find(person, photos, findings);
                    photos.subList(before, photos.size())
                            .forEach(photo ->
                                    taken.add(photo.path().toAbsolutePath().normalize()));
                } else if (byName.get(i).isEmpty() && doubtful.get(i).isEmpty()) {
                    findings.add(Finding.missing(person.label(), "no photo found"));
                } else {
                    findings.addAll(doubtful.get(i));
                    byName.get(i).forEach(picture -> add(person, picture, photos, findings));
                }
            }
            nobodys.removeIf(picture ->
                    taken.contains(folder.path(picture).toAbsolutePath().normalize()));
            return new FoundPhotos(
                    photos.stream().distinct().toList(),
                    findings,
                    note().stream().toList());
        }

        private void add(Person person, String picture, List<Photo> photos, List<Finding> findings) {
            if (PhotoFolder.readable(picture)) {
                photos.add(new Photo(person, folder.path(picture), picture));
            } else {
                findings.add(Finding.unused(
                        Kind.UNREADABLE, person.label(), picture, "neither JPEG nor PNG; convert it first"));
            }
        }

        private Optional<String> note() {
            if (nobodys.isEmpty()) {
                return Optional.empty();
            }
            int count = nobodys.size();
            return Optional.of((count == 1 ? "1 picture belongs" : count + " pictures belong") + " to nobody: "
                    + String.join(", ", nobodys.stream().limit(3).toList()) + (count > 3 ? ", ..." : ""));
        }
    }
}
