package org.lynceus.client.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;

class ReportTest {
    private final Report report = new Report(
            "http://here",
            List.of("face-embedding a 1.0"),
            List.of(new Section("pairs", "Pairs")
                    .fact("same", "of the same", Format.COUNT, 3)
                    .fact("accuracy", "accuracy", Format.SHARE, 2 / 3.0)
                    .fact("auc", "AUC", Format.SHARE, Double.NaN)
                    .table(new Table(
                                    "rows",
                                    "some rows",
                                    List.of(
                                            new Column("name", "name", Format.TEXT),
                                            new Column("far", "FAR", Format.RATE)))
                            .row("long name", 0.0)
                            .row("x", 1234e-8))));

    @Test
    void printsTablesForPeople() {
        StringWriter out = new StringWriter();

        report.print(new PrintWriter(out, true));

        assertThat(out.toString().lines())
                .contains("Server http://here", "  face-embedding a 1.0", "Pairs")
                .anyMatch(line -> line.matches("  of the same +3"))
                .anyMatch(line -> line.matches("  accuracy +0\\.6667"))
                .anyMatch(line -> line.matches("  AUC +-"))
                .containsSequence(
                        "  some rows", "    name            FAR", "    long name         0", "    x          1.23e-05");
    }

    @Test
    void writesFullNumbersForPrograms(@TempDir Path folder) throws IOException, ToolException {
        Path file = folder.resolve("report.json");

        report.write(file);

        JsonNode json = new JsonMapper().readTree(file.toFile());
        assertThat(json.path("models").path(0).asText()).isEqualTo("face-embedding a 1.0");
        assertThat(json.at("/pairs/same").isInt()).isTrue();
        assertThat(json.at("/pairs/accuracy").asDouble()).isEqualTo(2 / 3.0);
        assertThat(json.at("/pairs/auc").isNull()).isTrue();
        assertThat(json.at("/pairs/rows/1/far").asDouble()).isEqualTo(1234e-8);
        assertThat(json.at("/pairs/rows/0/name").asText()).isEqualTo("long name");
    }
}
