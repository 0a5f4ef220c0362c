package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;

class CommittedFileTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void fileInsideTheFolderIsRead() throws ForgeException, IOException {
        Files.createDirectories(folder.resolve("model/deep"));
        Files.write(folder.resolve("model/deep/a..b.onnx"), CONTENT);

        Origin origin = Origin.parse("file : deep/a..b.onnx", folder.resolve("model"));

        assertThat(origin).isEqualTo(new CommittedFile(folder.resolve("model"), "deep/a..b.onnx"));
        assertThat(((CommittedFile) origin).read()).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file : ",
                "file : /etc/hosts",
                "file:///etc/hosts",
                "file : ../a.onnx",
                "file : deep/../../a.onnx",
                "file : ./a.onnx",
                "file : deep//a.onnx",
                "file : deep/",
                "file : ..",
                "file : ..\\a.onnx",
                "file : C:a.onnx",
                "file : a\u0000.onnx"
            })
    void namesThatLeadElsewhereAreRefused(String text) {
        assertThatThrownBy(() -> Origin.parse(text, folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("file : name");
    }

    @Test
    void linkOutOfTheFolderIsRefused() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.write(folder.resolve("outside.onnx"), CONTENT);
        Files.createSymbolicLink(model.resolve("link.onnx"), folder.resolve("outside.onnx"));
        Files.createSymbolicLink(model.resolve("up"), folder);

        assertThatThrownBy(() -> new CommittedFile(model, "link.onnx").read())
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("is not a file inside");
        assertThatThrownBy(() -> new CommittedFile(model, "up/outside.onnx").read())
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("is not a file inside");
    }

    @Test
    void missingFileAndFolderAreErrors() throws IOException {
        Files.createDirectory(folder.resolve("deep"));

        assertThatThrownBy(() -> new CommittedFile(folder, "none.onnx").read())
                .isInstanceOf(ForgeException.class)
                .isNotInstanceOf(UnavailableException.class)
                .hasMessageContaining("none.onnx");
        assertThatThrownBy(() -> new CommittedFile(folder, "deep").read())
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("is not a file inside");
    }
}
