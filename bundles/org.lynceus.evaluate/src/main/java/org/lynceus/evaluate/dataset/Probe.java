package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A picture with which a gallery is tried.
 *
 * @param picture in which the face nearest the centre counts
 * @param name of the picture in reports, relative to its folder
 * @param person who it is; empty for a stranger, whom no gallery has
 * @param columns of the row, by name
 */
public record Probe(Path picture, String name, Optional<Identity> person, Map<String, String> columns) {
    /** Copies the columns. */
    public Probe {
        columns = Map.copyOf(columns);
    }

    /** A column; empty text when there is none. */
    public String column(String column) {
        return columns.getOrDefault(column, "");
    }
}
