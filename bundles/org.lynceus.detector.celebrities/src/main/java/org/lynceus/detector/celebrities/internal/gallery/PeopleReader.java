package org.lynceus.detector.celebrities.internal.gallery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.KnownGender;

/** Reads {@code gallery/people.csv}. */
final class PeopleReader {
    /** The file. */
    static final String FILE = "gallery/people.csv";

    private static final List<String> HEADER = List.of("id", "name", "gender", "urls");

    private static final Map<String, KnownGender> GENDERS = Map.of(
            "Male", KnownGender.MALE,
            "Female", KnownGender.FEMALE,
            "Nonbinary", KnownGender.NONBINARY,
            "Unlisted", KnownGender.UNLISTED);

    /** Characters of a row: as many addresses as a person may have, each as long as addresses get. */
    private static final int ROW = 1 << 19;

    /** Roughly what a person takes in memory beside the characters. */
    private static final int PERSON_BYTES = 400;

    private PeopleReader() {}

    /**
     * The people of a gallery.
     *
     * @param list in the order of the file
     * @param bytes roughly what they take in memory
     */
    record People(List<Celebrity> list, long bytes) {
        People {
            list = List.copyOf(list);
        }
    }

    /**
     * Reads the people of a bundle.
     *
     * @param header how many there are, and the file's checksum
     * @param room bytes of memory that they may take
     * @throws GalleryException when the file is missing, is not as the header says, or is too large
     * @throws IOException when it cannot be read
     */
    static People read(GalleryEntries entries, GalleryHeader header, long room) throws GalleryException, IOException {
        try (CheckedEntry entry = CheckedEntry.open(entries, FILE)) {
            Reader reader =
                    new BufferedReader(new InputStreamReader(entry.stream(), StandardCharsets.UTF_8.newDecoder()));
            People people = people(new CsvReader(reader, ROW), header.people(), room);
            entry.finish(header.peopleSha256());
            return people;
        } catch (CharacterCodingException e) {
            throw new GalleryException(FILE, "is not UTF-8", e);
        }
    }

    private static People people(CsvReader csv, int count, long room) throws GalleryException, IOException {
        if (!row(csv, 1).equals(HEADER)) {
            throw new GalleryException(FILE, "its header is not " + String.join(",", HEADER));
        }
        List<Celebrity> people = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        long bytes = 0;
        List<String> cells = row(csv, 2);
        while (!cells.isEmpty()) {
            if (people.size() == count) {
                throw new GalleryException(FILE, "holds more than " + count + " people");
            }
            int row = people.size() + 2;
            Celebrity person = person(cells, row);
            if (!ids.add(person.id())) {
                throw new GalleryException(FILE, "row " + row + ": the id " + person.id() + " is there twice");
            }
            people.add(person);
            bytes += PERSON_BYTES + 2L * cells.stream().mapToInt(String::length).sum();
            if (bytes > room) {
                throw new GalleryException(FILE, "takes more memory than max.megabytes leaves");
            }
            cells = row(csv, row + 1);
        }
        if (people.size() < count) {
            throw new GalleryException(FILE, "holds " + people.size() + " people instead of " + count);
        }
        return new People(people, bytes);
    }

    private static List<String> row(CsvReader csv, int row) throws GalleryException, IOException {
        try {
            return csv.row();
        } catch (CsvReader.FormException e) {
            throw new GalleryException(FILE, "row " + row + ": " + e.getMessage(), e);
        }
    }

    private static Celebrity person(List<String> cells, int row) throws GalleryException {
        if (cells.size() != HEADER.size()) {
            throw new GalleryException(FILE, "row " + row + ": " + cells.size() + " cells instead of " + HEADER.size());
        }
        KnownGender gender = GENDERS.get(cells.get(2));
        if (gender == null) {
            throw new GalleryException(
                    FILE, "row " + row + ": the gender is none of Male, Female, Nonbinary and Unlisted");
        }
        String urls = cells.get(3).strip();
        try {
            return new Celebrity(
                    cells.get(0), cells.get(1), urls.isEmpty() ? List.of() : List.of(urls.split(" +")), gender);
        } catch (IllegalArgumentException e) {
            throw new GalleryException(FILE, "row " + row + ": " + e.getMessage(), e);
        }
    }
}
