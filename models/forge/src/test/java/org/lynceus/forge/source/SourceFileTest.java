package org.lynceus.forge.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;

class SourceFileTest {
    private static final Path FOLDER = Path.of("models", "x");

    private final Properties properties = new Properties();

    SourceFileTest() {
        properties.setProperty("part.x.source", "pack@1.0.0 : a|b.bin");
        properties.setProperty("part.x.source.sha256", "0".repeat(64));
    }

    @Test
    void originsAreReadInOrder() throws ForgeException {
        properties.setProperty(
                "part.x.source.or", "@scope/other@2.0.0 : c d.bin | https://example.org/models/e.bin?x=1");

        SourceFile source = SourceFile.of(properties, "part.x.", FOLDER);

        assertThat(source.origins())
                .containsExactly(
                        new PackageFile("pack", "1.0.0", "a|b.bin"),
                        new PackageFile("@scope/other", "2.0.0", "c d.bin"),
                        WebFile.parse("https://example.org/models/e.bin?x=1"));
        assertThat(source.origins().get(2).path()).isEqualTo("/models/e.bin");
        assertThat(source.committed()).isFalse();
    }

    @Test
    void fileBesideTheDescriptionIsCommitted() throws ForgeException {
        properties.setProperty("part.x.source", "file : deep/weights v1.onnx");

        SourceFile source = SourceFile.of(properties, "part.x.", FOLDER);

        assertThat(source.committed()).isTrue();
        assertThat(source.origin()).isEqualTo(new CommittedFile(FOLDER, "deep/weights v1.onnx"));
        assertThat(source.description()).isEqualTo("file : deep/weights v1.onnx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pack@1.0.0 : a | ", "ftp://example.org/a", "https:///a", "https://user@example.org/a", "/a"})
    void otherOriginsAreRefused(String text) {
        properties.setProperty("part.x.source.or", text);

        assertThatThrownBy(() -> SourceFile.of(properties, "part.x.", FOLDER)).isInstanceOf(ForgeException.class);
    }
}
