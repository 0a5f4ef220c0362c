package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;

class OutputFolderTest {
    private static final byte[] CONTENT = {1, 2};

    @TempDir
    private Path base;

    @Test
    void folderHasExactlyTheGivenFiles() throws ForgeException, IOException {
        Path target = base.resolve("target/classes");
        OutputFolder.write(target, Map.of("a.onnx", CONTENT, "META-INF/MANIFEST.MF", CONTENT));
        OutputFolder.write(target, Map.of("META-INF/MANIFEST.MF", CONTENT));

        assertThat(target.resolve("META-INF/MANIFEST.MF")).hasBinaryContent(CONTENT);
        assertThat(target.resolve("a.onnx")).doesNotExist();
        assertNothingBeside(target);
    }

    @Test
    void equalFolderIsLeftAlone() throws ForgeException, IOException {
        Path target = base.resolve("classes");
        OutputFolder.write(target, Map.of("a.onnx", CONTENT));
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(target.resolve("a.onnx"), time);

        OutputFolder.write(target, Map.of("a.onnx", CONTENT));

        assertThat(Files.getLastModifiedTime(target.resolve("a.onnx"))).isEqualTo(time);
    }

    @Test
    void failureLeavesTheFolderAsItWas() throws ForgeException, IOException {
        Path target = base.resolve("classes");
        OutputFolder.write(target, Map.of("a.onnx", CONTENT));

        assertThatThrownBy(() -> OutputFolder.write(target, Map.of("../b.onnx", CONTENT)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("../b.onnx");

        assertThat(target.resolve("a.onnx")).hasBinaryContent(CONTENT);
        assertNothingBeside(target);
    }

    private static void assertNothingBeside(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).containsExactly(target);
        }
    }
}
