package org.lynceus.gallerybuilder.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lynceus.client.ToolException;

/**
 * A row of the table of people.
 *
 * @param place file and line
 * @param stated the id as it stands there
 * @param id letters and digits; made of the name where none is stated
 * @param name with single spaces
 * @param gender unlisted where the row does not tell
 * @param unknownGender a word for a gender that is not known
 * @param urls without a scheme
 * @param photos names of files
 */
record PersonRow(
        String place,
        Optional<String> stated,
        String id,
        String name,
        KnownGender gender,
        Optional<String> unknownGender,
        List<String> urls,
        List<String> photos) {
    static final String NAME = "name";
    private static final String ID = "id";
    private static final String GENDER = "gender";
    private static final List<String> URLS = List.of("urls", "url", "website");
    private static final List<String> PHOTOS = List.of("photos", "photo", "image", "file");
    private static final Pattern BETWEEN_URLS = Pattern.compile("[\\s|]+");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");
    private static final int MOST_URLS = 255;
    private static final int LONGEST_ID = 128;

    /**
     * Reads a row.
     *
     * @throws ToolException when it has no name or an id without a letter or digit
     */
    static PersonRow of(PeopleTable.Row row) throws ToolException {
        String name = row.cell(NAME).replaceAll("(?U)[\\s\\p{Cntrl}]+", " ").strip();
        if (name.isEmpty()) {
            throw new ToolException(row.place() + ": the name is empty");
        }
        Optional<String> stated = Optional.of(row.cell(ID)).filter(id -> !id.isEmpty());
        String id = stated.map(PersonId::cleaned).orElseGet(() -> PersonId.ofName(name));
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new ToolException(row.place() + ": the id '" + stated.orElse("") + "' "
                    + (id.isEmpty() ? "has no letter A to Z and no digit" : "is longer than " + LONGEST_ID));
        }
        Optional<KnownGender> gender = KnownGender.parse(row.cell(GENDER));
        return new PersonRow(
                row.place(),
                stated,
                id,
                name,
                gender.orElse(KnownGender.UNLISTED),
                gender.isPresent() ? Optional.empty() : Optional.of(row.cell(GENDER)),
                urls(row),
                photos(row));
    }

    private static List<String> urls(PeopleTable.Row row) throws ToolException {
        List<String> urls = new ArrayList<>();
        for (String column : URLS) {
            for (String url : BETWEEN_URLS.split(row.cell(column))) {
                String bare = SCHEME.matcher(url).replaceFirst("");
                if (!bare.isEmpty() && !urls.contains(bare)) {
                    urls.add(bare);
                }
            }
        }
        if (urls.size() > MOST_URLS) {
            throw new ToolException(row.place() + ": more than " + MOST_URLS + " addresses");
        }
        return urls;
    }

    private static List<String> photos(PeopleTable.Row row) {
        return PHOTOS.stream()
                .map(row::cell)
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .toList();
    }
}
