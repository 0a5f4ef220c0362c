package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.api.VisionException;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.Inference;

class LocalModelsTest {
    @TempDir
    Path folder;

    @Test
    void runsTheModelOfAJar() throws IOException, VisionException {
        Path jar = new TestModel("triple", "1.0", 3).jar(folder);

        try (LocalModels models = LocalModels.load(jar);
                Inference<Float, Float> times =
                        models.model("test-multiplication").bind("times", TestModel.Fill::new)) {
            assertThat(times.run(2f)).isEqualTo(6f);
        }
        assertThat(GraphSession.open()).isZero();
    }

    @Test
    void closesWhatWasLoadedWhenOneFails() throws IOException {
        Path good = new TestModel("good", "1.0", 3).jar(folder);
        Path bad = new TestModel("bad", "1.0", 3).with("sha256", "00").jar(folder);

        assertThatThrownBy(() -> LocalModels.load(good, bad))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("times.onnx: the SHA-256 is");
        assertThat(GraphSession.open()).isZero();
    }
}
