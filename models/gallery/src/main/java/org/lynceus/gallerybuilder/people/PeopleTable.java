package org.lynceus.gallerybuilder.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lynceus.client.ToolException;

/**
 * A table with a header as spreadsheets write it: columns separated by commas, semicolons or tabs (whichever the header
 * has most of), in any order and any case; Excel's first line {@code sep=;} is understood.
 *
 * @param file its name
 * @param columns names in the header, in lower case
 * @param rows those that are not blank
 * @param notes what the user should know of how it was read
 */
record PeopleTable(String file, List<String> columns, List<Row> rows, List<String> notes) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final String SEPARATOR_LINE = "sep=";

    /**
     * A row.
     *
     * @param place file and line, for messages
     * @param cells by column; absent where the row ends before
     */
    record Row(String place, Map<String, String> cells) {
        /** A cell without white space around; empty when there is none. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads a file.
     *
     * @throws ToolException when it cannot be read as a table
     */
    static PeopleTable read(Path path) throws ToolException {
        String file = path.getFileName().toString();
        TableText read = TableText.read(path);
        String text = read.text().stripLeading();
        char separator;
        if (text.length() > SEPARATOR_LINE.length()
                && text.regionMatches(true, 0, SEPARATOR_LINE, 0, SEPARATOR_LINE.length())) {
            separator = text.charAt(SEPARATOR_LINE.length());
            text = text.substring(SEPARATOR_LINE.length() + 1).stripLeading();
        } else {
            separator = separator(text);
        }
        List<String> notes = read.charset().name().startsWith("windows")
                ? List.of(file + " is not UTF-8; it was read as Windows-1252")
                : List.of();
        return parse(file, text, separator, notes);
    }

    private static PeopleTable parse(String file, String text, char separator, List<String> notes)
            throws ToolException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        List<String> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord cells : parser) {
                if (columns.isEmpty()) {
                    cells.forEach(cell -> columns.add(trimmed(cell).toLowerCase(Locale.ROOT)));
                } else {
                    add(rows, columns, cells, file + ", line " + parser.getCurrentLineNumber());
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new ToolException("The file " + file + " cannot be read as CSV: " + e.getMessage(), e);
        }
        return new PeopleTable(file, List.copyOf(columns), rows, notes);
    }

    private static void add(List<Row> rows, List<String> columns, CSVRecord cells, String place) throws ToolException {
        Map<String, String> values = new LinkedHashMap<>();
        boolean blank = true;
        for (int i = 0; i < cells.size(); i++) {
            String value = trimmed(cells.get(i));
            blank &= value.isEmpty();
            if (i < columns.size()) {
                // Of columns with one name the first counts.
                values.putIfAbsent(columns.get(i), value);
            } else if (!value.isEmpty()) {
                throw new ToolException(place + ": " + cells.size() + " cells, but the header has " + columns.size()
                        + "; a cell with a separator in it stands in quotes");
            }
        }
        if (!blank) {
            rows.add(new Row(place, values));
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = SEPARATORS.get(0);
        for (char separator : SEPARATORS) {
            if (count(header, separator) > count(header, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Without white space of any kind around. */
    private static String trimmed(String cell) {
        return cell.replace('\u00a0', ' ').strip();
    }
}
