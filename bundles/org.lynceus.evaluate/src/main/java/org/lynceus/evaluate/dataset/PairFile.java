package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.ToolException;
import org.lynceus.client.csv.Csv;
import org.lynceus.client.csv.Row;

/** {@code pairs.csv}: columns {@code image1}, {@code image2}, {@code same} (1 or 0), and any others. */
public final class PairFile {
    /** Its name. */
    public static final String NAME = "pairs.csv";

    private static final String FIRST = "image1";
    private static final String SECOND = "image2";
    private static final String SAME = "same";

    private PairFile() {}

    /**
     * Reads the pairs of a folder.
     *
     * @param columns that must be there beside the three
     * @return empty when the folder has no such file
     * @throws ToolException when a row is wrong or a picture missing
     */
    public static Optional<List<LabelledPair>> read(Dataset dataset, List<String> columns) throws ToolException {
        Optional<Path> file = dataset.file(NAME);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Csv table = Csv.read(file.get()).require(FIRST, SECOND, SAME).require(columns.toArray(String[]::new));
        List<LabelledPair> pairs = new ArrayList<>();
        for (Row row : table.rows()) {
            pairs.add(new LabelledPair(
                    dataset.picture(row, FIRST),
                    dataset.picture(row, SECOND),
                    row.flag(SAME).orElseThrow(() -> row.wrong("the column 'same' is empty")),
                    row.values()));
        }
        return Optional.of(pairs);
    }
}
