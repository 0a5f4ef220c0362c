package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.client.ToolException;

class PeopleTest {
    @TempDir
    private Path folder;

    @Test
    void namesOfFilesTellThePerson() throws IOException, ToolException {
        Path deep = Files.createDirectories(folder.resolve("images/Jane_Doe"));
        Files.createFile(deep.resolve("Jane_Doe_0001.jpg"));
        Files.createFile(folder.resolve("images/Bob_2.PNG"));
        Files.createFile(folder.resolve("README.md"));

        assertThat(People.read(new Dataset(folder)))
                .containsEntry(deep.resolve("Jane_Doe_0001.jpg"), "Jane_Doe")
                .containsEntry(folder.resolve("images/Bob_2.PNG"), "Bob")
                .hasSize(2);
    }

    @Test
    void aFileTellsThePerson() throws IOException, ToolException {
        Path picture = Files.createFile(folder.resolve("x.jpg"));
        Files.createFile(folder.resolve("not-named.jpg"));
        Files.writeString(folder.resolve("people.csv"), "image,person\nx.jpg,Jane\n");

        assertThat(People.read(new Dataset(folder))).containsOnlyKeys(picture).containsValue("Jane");
    }

    @Test
    void aNameWithoutANumberNeedsAFile() throws IOException {
        Files.createFile(folder.resolve("portrait.jpg"));

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> People.read(new Dataset(folder)))
                .withMessageContaining("portrait.jpg")
                .withMessageContaining("people.csv");
    }
}
