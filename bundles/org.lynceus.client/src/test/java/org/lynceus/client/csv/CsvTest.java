package org.lynceus.client.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;

class CsvTest {
    @TempDir
    private Path folder;

    @Test
    void readsQuotedCellsBehindAByteOrderMark() throws IOException, ToolException {
        Csv table = Csv.read(file("\uFEFFname,urls\n\"Doe, Jane\",a b\n\nBob,\n"));

        assertThat(table.columns()).containsExactly("name", "urls");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).text("name")).isEqualTo("Doe, Jane");
        assertThat(table.rows().get(1).place()).isEqualTo("table.csv, line 4");
    }

    @Test
    void namesWhatIsMissing() throws IOException, ToolException {
        Csv table = Csv.read(file("name,urls\nBob,\n"));

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> table.require("name", "id"))
                .withMessage("table.csv has no column 'id'; its header is: name,urls");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> table.rows().get(0).text("urls"))
                .withMessage("table.csv, line 2: the column 'urls' is empty");
    }

    @Test
    void refusesARowWithTooFewCells() throws IOException {
        Path file = file("name,urls\nBob\n");

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> Csv.read(file))
                .withMessage("table.csv, line 2: 1 cells, but the header has 2");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
