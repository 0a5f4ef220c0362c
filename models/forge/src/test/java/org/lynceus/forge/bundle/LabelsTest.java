package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;

class LabelsTest {
    @Test
    void carriageReturnsAndTheLastEmptyLineGoAndBlanksStay() throws ForgeException {
        assertThat(parse(" \r\na b\r\né\r\n").lines()).containsExactly(" ", "a b", "é");
        assertThat(parse("a\n \n").lines()).containsExactly("a", " ");
        assertThat(parse("a\n\n").lines()).containsExactly("a", "");
        assertThat(parse("a\nb").toBytes()).isEqualTo("a\nb\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void emptyAndUndecodableTextsAreRefused() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(ForgeException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> Labels.parse("Model m", new byte[] {(byte) 0xe4, 'n'}))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void archiveBehindAModelFileIsRead() throws ForgeException, IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[1000]);
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("labelmap.txt"));
            zip.write("person\nbicycle\n".getBytes(StandardCharsets.UTF_8));
        }
        file.write(archive.toByteArray());

        assertThat(Labels.fromZip("Model m", file.toByteArray(), "labelmap.txt").lines())
                .containsExactly("person", "bicycle");
        assertThatThrownBy(() -> Labels.fromZip("Model m", file.toByteArray(), "other.txt"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m")
                .hasMessageContaining("other.txt");
        assertThatThrownBy(() -> Labels.fromZip("Model m", new byte[1000], "labelmap.txt"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m");
    }

    @Test
    void metadataOfAnOnnxFileIsRead() throws ForgeException {
        byte[] file = ModelProto.newBuilder()
                .addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey("character").setValue(" \na\n"))
                .build()
                .toByteArray();

        assertThat(Labels.fromMetadata("Model m", file, "character").lines()).containsExactly(" ", "a");
        assertThatThrownBy(() -> Labels.fromMetadata("Model m", file, "names"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'names'");
    }

    private static Labels parse(String text) throws ForgeException {
        return Labels.parse("Model m", text.getBytes(StandardCharsets.UTF_8));
    }
}
