package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class MirrorTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = Hashes.sha256(CONTENT);

    @TempDir
    private Path folder;

    @Test
    void bothWaysToNameAFileAreKnown() throws ForgeException, IOException {
        Path deep = folder.resolve("sha256").resolve(SHA256.substring(0, 2)).resolve(SHA256);
        Files.createDirectories(deep.getParent());
        Files.write(deep, CONTENT);

        assertThat(new Mirror(folder).find(SHA256)).hasValue(CONTENT);
        Files.move(deep, folder.resolve(SHA256));
        assertThat(new Mirror(folder).find(SHA256)).hasValue(CONTENT);
        assertThat(new Mirror(folder).find(Hashes.sha256(new byte[1]))).isEmpty();
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new Mirror(folder.resolve("stick")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("stick");
    }
}
