package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.Map;

/**
 * Two pictures and whether they show the same person.
 *
 * @param source picture
 * @param target picture
 * @param same whether they show the same person
 * @param columns further columns of the row, by name
 */
public record LabelledPair(Path source, Path target, boolean same, Map<String, String> columns) {
    /** Copies the columns. */
    public LabelledPair {
        columns = Map.copyOf(columns);
    }

    /** A further column; empty text when there is none. */
    public String column(String name) {
        return columns.getOrDefault(name, "");
    }
}
