package org.lynceus.evaluate.dataset;

import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;

/** The column {@code split} of a table, which says what a row may be used for. */
final class Split {
    private static final String COLUMN = "split";

    private Split() {}

    /**
     * Keeps the rows of one split.
     *
     * @param split its name; empty keeps all rows
     * @throws ToolException when the table has no such column or no such row
     */
    static List<Row> keep(Csv table, Optional<String> split) throws ToolException {
        if (split.isEmpty()) {
            return table.rows();
        }
        table.require(COLUMN);
        List<Row> kept = table.rows().stream()
                .filter(row -> row.values().get(COLUMN).equals(split.get()))
                .toList();
        if (kept.isEmpty()) {
            throw new ToolException(table.file() + " has no row whose split is " + split.get());
        }
        return kept;
    }
}
