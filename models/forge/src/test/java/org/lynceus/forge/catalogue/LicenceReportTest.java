package org.lynceus.forge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class LicenceReportTest {
    @TempDir
    private Path folder;

    @Test
    void everyWeightFileIsListedWithItsLicences() throws ForgeException, IOException {
        Files.writeString(
                folder.resolve("model.properties"), """
                id = example
                version = 1.2.3
                role = face-detection
                name = Example of a model
                optional = true
                graphs = main
                parts = shard
                source = @scope/pack@1.0.0 : model.json
                source.or = https://example.org/model.json
                source.sha256 = %s
                part.shard.source = @scope/pack@1.0.0 : shard.bin
                part.shard.source.sha256 = %s
                part.shard.source.slice = 3-6
                part.shard.source.slice.sha256 = %s
                licence.package = MIT
                licence.weights = Apache-2.0 | inferred
                upstream = somewhere
                """.formatted("a".repeat(64), "b".repeat(64), "c".repeat(64)));

        String report = LicenceReport.write(Catalogue.read(List.of(folder)));

        assertThat(report.lines())
                .contains(
                        "| [example](#example) † | 1.2.3 | face-detection | 2 | MIT | Apache-2.0 \\| inferred |",
                        "- **Upstream:** somewhere",
                        "| @scope/pack | 1.0.0 | `model.json` | `" + "a".repeat(64) + "` |",
                        "| or address |  | `https://example.org/model.json` | the same |",
                        "| @scope/pack | 1.0.0 | `shard.bin`, bytes 3 to 6 | `" + "c".repeat(64) + "` |");
        assertThat(report).doesNotContain("{weights}");
    }

    @Test
    void weightsThatWereTrainedHereAreListedWithoutAPackage() throws ForgeException, IOException {
        Files.writeString(folder.resolve("model.properties"), """
                id = heads
                graphs = main
                source = file : heads.onnx
                source.sha256 = %s
                training.data = pictures of clouds
                """.formatted("a".repeat(64)));

        String report = LicenceReport.write(Catalogue.read(List.of(folder)));

        assertThat(report.lines())
                .contains(
                        "- **Trained on:** pictures of clouds",
                        "| this repository |  | `heads.onnx` | `" + "a".repeat(64) + "` |");
        assertThat(report).doesNotContain(folder.toString());
    }

    @Test
    void reportThatIsOutOfDateIsRefused() throws ForgeException {
        Path file = folder.resolve("docs/models.md");
        ReportFile.write(file, "text\n");

        assertThatCode(() -> ReportFile.requireEqual(file, "text\n")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ReportFile.requireEqual(file, "other\n"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("models.md")
                .hasMessageContaining("mvn ");
        assertThatThrownBy(() -> ReportFile.requireEqual(folder.resolve("none.md"), "text\n"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("none.md");
    }
}
