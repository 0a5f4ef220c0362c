package org.lynceus.detector.celebrities.internal.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
    @Test
    void readsCells() throws Exception {
        assertThat(rows("a,b\r\n,\nc,\"d, \"\"e\"\"\r\nf\"\n\"\",g", 100))
                .containsExactly(List.of("a", "b"), List.of("", ""), List.of("c", "d, \"e\"\r\nf"), List.of("", "g"));
    }

    @Test
    void aLastLineMayEndOrNot() throws Exception {
        assertThat(rows("a", 100))
                .isEqualTo(rows("a\n", 100))
                .isEqualTo(rows("a\r\n", 100))
                .containsExactly(List.of("a"));
        assertThat(rows("", 100)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a\"b|a quotation mark in a cell without quotation marks around it",
                "\"ab|a quotation mark is not closed",
                "\"a\"b|text follows a closing quotation mark",
                "a#b|a carriage return without a line feed",
                "12345678901|more than 10 characters",
                "\"1234567/901\"|more than 10 characters"
            })
    void refusesWhatIsAgainstTheRules(String text, String message) {
        assertThatThrownBy(() -> rows(text.replace('/', '\n').replace('#', '\r'), 10))
                .isInstanceOf(CsvReader.FormException.class)
                .hasMessage(message);
    }

    private static List<List<String>> rows(String text, int limit) throws CsvReader.FormException, IOException {
        CsvReader reader = new CsvReader(new StringReader(text), limit);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row = reader.row(); !row.isEmpty(); row = reader.row()) {
            rows.add(row);
        }
        return rows;
    }
}
