package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.client.ToolException;

class PairFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void pictures() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createFile(folder.resolve("a.jpg"));
        Files.createFile(folder.resolve("images/b.jpg"));
    }

    @Test
    void readsPairsAndFurtherColumns() throws IOException, ToolException {
        Files.writeString(
                folder.resolve("pairs.csv"), "\uFEFFfold,image1,image2,same\n1,a.jpg,b.jpg,1\n2,b.jpg,a.jpg,0\n");

        List<LabelledPair> pairs =
                PairFile.read(new Dataset(folder), List.of("fold")).orElseThrow();

        assertThat(pairs).hasSize(2);
        assertThat(pairs.get(0).source()).isEqualTo(folder.resolve("a.jpg"));
        assertThat(pairs.get(0).target()).isEqualTo(folder.resolve("images/b.jpg"));
        assertThat(pairs.get(0).same()).isTrue();
        assertThat(pairs.get(1).same()).isFalse();
        assertThat(pairs.get(1).column("fold")).isEqualTo("2");
    }

    @Test
    void isEmptyWithoutAFile() throws ToolException {
        assertThat(PairFile.read(new Dataset(folder), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jpg,b.jpg,maybe|pairs.csv, line 3: 'maybe' in column 'same' is neither 1 nor 0",
                "a.jpg,c.jpg,1|pairs.csv, line 3: there is no picture c.jpg",
                "a.jpg,b.jpg|pairs.csv, line 3: 2 cells, but the header has 3",
                "a.jpg,b.jpg,|pairs.csv, line 3: the column 'same' is empty",
                "a.jpg,,1|pairs.csv, line 3: the column 'image2' is empty"
            })
    void namesTheLineOfABadRow(String row, String message) throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "image1,image2,same\na.jpg,b.jpg,1\n" + row + "\n");

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> PairFile.read(new Dataset(folder), List.of()))
                .withMessageContaining(message);
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "image1,image2,same\n");

        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> PairFile.read(new Dataset(folder), List.of("age")))
                .withMessage("pairs.csv has no column 'age'; its header is: image1,image2,same");
    }
}
