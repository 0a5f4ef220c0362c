package org.lynceus.client.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A table that grows by rows. Not thread-safe. */
public final class Table {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final String key;
    private final String title;
    private final List<Column> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /**
     * Creates an empty one.
     *
     * @param key its name in JSON
     * @param title its name for people
     * @param columns at least one
     */
    public Table(String key, String title, List<Column> columns) {
        this.key = key;
        this.title = title;
        this.columns = List.copyOf(columns);
    }

    /**
     * Adds a row.
     *
     * @param values one for each column
     */
    public Table row(Object... values) {
        rows.add(List.of(values));
        return this;
    }

    /** Whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** For people: text to the left, numbers to the right. */
    public List<String> lines() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Column::label).toList());
        for (List<Object> row : rows) {
            List<String> printed = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                printed.add(columns.get(i).format().print(row.get(i)));
            }
            cells.add(printed);
        }
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + title);
        cells.forEach(row -> lines.add(line(row, cells)));
        return lines;
    }

    private String line(List<String> row, List<List<String>> cells) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width =
                    cells.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            String padding = " ".repeat(width - row.get(i).length());
            boolean text = columns.get(i).format() == Format.TEXT;
            line.append(GAP).append(text ? row.get(i) + padding : padding + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    /** For programs: one object per row. */
    public void write(ObjectNode section) {
        ArrayNode array = section.putArray(key);
        for (List<Object> row : rows) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < columns.size(); i++) {
                Json.put(object, columns.get(i).key(), row.get(i));
            }
        }
    }
}
