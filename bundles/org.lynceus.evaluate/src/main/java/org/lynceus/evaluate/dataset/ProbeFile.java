package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;
import org.lynceus.evaluate.dataset.Identity.Kind;

/**
 * {@code labels.csv}: columns {@code image}, {@code id} or {@code name} of a person of the gallery, and any others. A row
 * with both is told by its id; one with neither shows a stranger.
 */
public final class ProbeFile {
    /** Its name. */
    public static final String NAME = "labels.csv";

    private static final String IMAGE = "image";
    private static final String ID = "id";
    private static final String PERSON = "name";

    private ProbeFile() {}

    /**
     * Reads the probes of a folder.
     *
     * @param split value of the column {@code split} to which to keep; empty keeps all
     * @param columns that must be there
     * @return empty when the folder has no such file
     * @throws ToolException when a row is wrong or a picture missing
     */
    public static Optional<List<Probe>> read(Dataset dataset, Optional<String> split, List<String> columns)
            throws ToolException {
        Optional<Path> file = dataset.file(NAME);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Csv table = Csv.read(file.get()).require(IMAGE).require(columns.toArray(String[]::new));
        if (!table.columns().contains(ID) && !table.columns().contains(PERSON)) {
            throw new ToolException(NAME + " has neither a column '" + ID + "' nor '" + PERSON + "'; its header is: "
                    + String.join(",", table.columns()));
        }
        List<Probe> probes = new ArrayList<>();
        for (Row row : Split.keep(table, split)) {
            probes.add(new Probe(dataset.picture(row, IMAGE), row.text(IMAGE), person(row), row.values()));
        }
        return Optional.of(probes);
    }

    private static Optional<Identity> person(Row row) {
        Optional<Identity> byId = text(row, ID).map(id -> new Identity(id, Kind.ID));
        return byId.or(() -> text(row, PERSON).map(name -> new Identity(name, Kind.NAME)));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.of(row.values().getOrDefault(column, "")).filter(text -> !text.isEmpty());
    }
}
