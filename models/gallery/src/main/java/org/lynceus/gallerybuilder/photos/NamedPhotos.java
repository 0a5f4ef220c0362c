package org.lynceus.gallerybuilder.photos;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;
import org.lynceus.gallerybuilder.people.Person;

/**
 * Photos by the names that stand in the table: relative to the folder of photos or to that of the table, or else the
 * only picture with that file name, upper and lower case being one.
 */
final class NamedPhotos {
    private final PhotoFolder folder;
    private final Path tableFolder;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();

    NamedPhotos(PhotoFolder folder, Path tableFolder) {
        this.folder = folder;
        this.tableFolder = tableFolder;
        for (String picture : folder.pictures()) {
            byName.computeIfAbsent(plain(fileName(picture)), name -> new ArrayList<>())
                    .add(picture);
            byStem.computeIfAbsent(plain(NameKey.stem(picture)), name -> new ArrayList<>())
                    .add(picture);
        }
    }

    /**
     * Finds a person's photos.
     *
     * @param photos takes those that are there
     * @param findings takes the names of those that are not
     */
    void find(Person person, List<Photo> photos, List<Finding> findings) {
        for (String cell : person.photos()) {
            List<String> names = file(cell).isPresent() ? List.of(cell) : List.of(cell.split("[|;]"));
            for (String name : names) {
                if (!name.isBlank()) {
                    add(person, name.strip(), photos, findings);
                }
            }
        }
    }

    private void add(Person person, String name, List<Photo> photos, List<Finding> findings) {
        Optional<Path> file = file(name);
        if (file.isPresent()) {
            photos.add(new Photo(person, file.get(), name));
            return;
        }
        List<String> alike =
                byName.getOrDefault(plain(fileName(name)), byStem.getOrDefault(plain(fileName(name)), List.of()));
        if (alike.size() == 1) {
            photos.add(new Photo(person, folder.path(alike.get(0)), alike.get(0)));
        } else {
            findings.add(Finding.unused(
                    Kind.MISSING,
                    person.label(),
                    name,
                    alike.isEmpty() ? "no such file" : alike.size() + " files of that name"));
        }
    }

    private Optional<Path> file(String name) {
        try {
            for (Path base : List.of(folder.root(), tableFolder)) {
                for (String spelt : List.of(name, name.replace('\\', '/'))) {
                    Path file = base.resolve(spelt);
                    if (Files.isRegularFile(file)) {
                        return Optional.of(file);
                    }
                }
            }
        } catch (InvalidPathException notAFileName) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String fileName(String name) {
        String spelt = name.replace('\\', '/');
        return spelt.substring(spelt.lastIndexOf('/') + 1);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
