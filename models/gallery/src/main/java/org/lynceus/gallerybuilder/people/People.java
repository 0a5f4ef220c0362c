package org.lynceus.gallerybuilder.people;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lynceus.client.ToolException;

/**
 * The people of a table.
 *
 * @param people in the table's order, ids unique
 * @param notes what the user should know of how the table was read
 */
public record People(List<Person> people, List<String> notes) {
    /** How many people a table may have. */
    static final int MOST = 100_000;

    private static final int LONGEST = 1024;

    /** Copies the lists. */
    public People {
        people = List.copyOf(people);
        notes = List.copyOf(notes);
    }

    /**
     * Reads {@code people.csv}. Columns: {@code name}; if wanted {@code id}, {@code gender}, {@code urls} ({@code url},
     * {@code website}), {@code photos} ({@code photo}, {@code image}, {@code file}). Rows with one id and one name are
     * one person.
     *
     * @throws ToolException naming the line where something is wrong
     */
    public static People read(Path file) throws ToolException {
        PeopleTable table = PeopleTable.read(file);
        if (!table.columns().contains(PersonRow.NAME)) {
            throw new ToolException(table.file() + " has no column 'name'; its header is: "
                    + String.join(", ", table.columns()) + " (the first line names the columns)");
        }
        People people = new Merge(table).people();
        if (people.people.isEmpty()) {
            throw new ToolException(table.file() + " names nobody: it has a header, but no row");
        }
        return people;
    }

    /** Puts rows together. */
    private static final class Merge {
        private final PeopleTable table;
        private final Map<String, List<PersonRow>> byId = new LinkedHashMap<>();
        private final Set<String> changedIds = new LinkedHashSet<>();
        private final Set<String> unknownGenders = new LinkedHashSet<>();

        Merge(PeopleTable table) throws ToolException {
            this.table = table;
            for (PeopleTable.Row row : table.rows()) {
                add(PersonRow.of(row));
            }
        }

        private void add(PersonRow row) throws ToolException {
            if (row.name().length() > LONGEST) {
                throw new ToolException(row.place() + ": the name is longer than " + LONGEST + " characters");
            }
            List<PersonRow> same = byId.computeIfAbsent(row.id(), id -> new ArrayList<>());
            if (!same.isEmpty()) {
                PersonRow first = same.get(0);
                boolean oneName = plain(first.name()).equals(plain(row.name()));
                if (row.stated().isEmpty() && oneName) {
                    throw new ToolException(row.place() + ": a second '" + row.name()
                            + "' without an id; a column 'id' tells whether they are one person (same id) or two");
                }
                if (!oneName) {
                    throw new ToolException(row.place() + ": the id '"
                            + row.stated().orElse(row.id()) + "' of '" + row.name() + "' is that of '" + first.name()
                            + "' already (" + first.place() + ")");
                }
            }
            if (same.isEmpty() && byId.size() > MOST) {
                throw new ToolException(
                        table.file() + " has more than " + MOST + " people, more than a gallery may hold");
            }
            same.add(row);
            row.stated().filter(id -> !id.equals(row.id())).ifPresent(changedIds::add);
            row.unknownGender().ifPresent(unknownGenders::add);
        }

        People people() {
            Map<String, Integer> names = new TreeMap<>();
            byId.values().forEach(rows -> names.merge(plain(rows.get(0).name()), 1, Integer::sum));
            List<Person> people = new ArrayList<>();
            byId.forEach((id, rows) ->
                    people.add(person(id, rows, names.get(plain(rows.get(0).name())) > 1)));
            return new People(people, notes());
        }

        private static Person person(String id, List<PersonRow> rows, boolean namesake) {
            String name = rows.get(0).name();
            Set<String> urls = new LinkedHashSet<>();
            Set<String> photos = new LinkedHashSet<>();
            Set<String> keys = new LinkedHashSet<>();
            KnownGender gender = KnownGender.UNLISTED;
            for (PersonRow row : rows) {
                urls.addAll(row.urls());
                photos.addAll(row.photos());
                row.stated().ifPresent(keys::add);
                row.stated().ifPresent(stated -> keys.add(id));
                gender = gender == KnownGender.UNLISTED ? row.gender() : gender;
            }
            keys.add(name);
            return new Person(
                    id,
                    name,
                    namesake ? name + " (" + id + ")" : name,
                    gender,
                    List.copyOf(urls),
                    List.copyOf(photos),
                    List.copyOf(keys));
        }

        private List<String> notes() {
            List<String> notes = new ArrayList<>(table.notes());
            if (!changedIds.isEmpty()) {
                String first = changedIds.iterator().next();
                notes.add("ids are made of letters A to Z and digits; other characters were left out of "
                        + changedIds.size() + (changedIds.size() == 1 ? " id" : " ids") + ": '" + first + "' is '"
                        + PersonId.cleaned(first) + "'");
            }
            if (!unknownGenders.isEmpty()) {
                notes.add("read as Unlisted, because gender is male, female, nonbinary or unlisted: '"
                        + String.join("', '", unknownGenders.stream().limit(3).toList()) + "'");
            }
            return notes;
        }

        private static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFC);
        }
    }
}
