package org.lynceus.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgeTest {
    @TempDir
    private Path folder;

    @Test
    void wrongUsageAndFailureHaveTheirOwnExitCodes() {
        assertThat(Forge.run("model")).isEqualTo(2);
        assertThat(Forge.run("model", folder.toString(), folder.toString())).isEqualTo(1);
        assertThat(Forge.run("--help")).isZero();
    }

    @Test
    void buildStepFailsWithAnException() {
        assertThatThrownBy(() -> BuildStep.main(new String[] {"model", folder.toString(), folder.toString()}))
                .isInstanceOf(IllegalStateException.class);
    }
}
