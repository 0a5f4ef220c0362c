package org.lynceus.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeTest {
    @TempDir
    private Path folder;

    @Test
    void wrongUsageAndFailureHaveTheirOwnExitCodes() {
        assertThat(Forge.run("model")).isEqualTo(2);
        assertThat(Forge.run(
                        "model", folder.toString(), folder.resolve("target").toString()))
                .isEqualTo(1);
        assertThat(Forge.run("--help")).isZero();
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(new ForgeVersion().getVersion()).singleElement().asString().matches("forge \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void reportIsWrittenAndChecked() throws IOException {
        Files.writeString(folder.resolve("model.properties"), """
                id = example
                graphs = main
                source = pack@1.0.0 : a.onnx
                source.sha256 = %s
                """.formatted("a".repeat(64)));
        Path report = folder.resolve("models.md");

        assertThat(Forge.run("report", folder.toString(), "-o", report.toString(), "--check"))
                .isEqualTo(1);
        assertThat(Forge.run("report", folder.toString(), "-o", report.toString(), "--no-check"))
                .isZero();
        assertThat(Forge.run("report", folder.toString(), "-o", report.toString(), "--check"))
                .isZero();
        assertThat(report).content().contains("a".repeat(64));
    }

    @Test
    void buildStepFailsWithAnException() {
        assertThatThrownBy(() -> BuildStep.main(new String[] {"model", folder.toString(), folder.toString()}))
                .isInstanceOf(IllegalStateException.class);
    }
}
