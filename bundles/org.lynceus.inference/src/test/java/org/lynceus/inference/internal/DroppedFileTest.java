package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFileTest {
    @TempDir
    private Path folder;

    @Test
    void onlyAFileThatIsThereAndNoJarIsWorthAWord() throws IOException {
        Path file = folder.resolve("model of mine.jar");
        String location = file.toUri().toString();
        assertThat(DroppedFile.complainWhenDamaged(location)).isFalse();
        try (OutputStream stream = Files.newOutputStream(file)) {
            new JarOutputStream(stream, new Manifest()).close();
        }
        assertThat(DroppedFile.complainWhenDamaged(location)).isFalse();

        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(DroppedFile.complainWhenDamaged(location)).isTrue();
        assertThat(DroppedFile.complainWhenDamaged("mvn:org.lynceus/org.lynceus.model.iris/1"))
                .isFalse();
    }
}
