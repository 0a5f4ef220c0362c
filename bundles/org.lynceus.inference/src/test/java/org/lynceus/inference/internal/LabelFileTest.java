package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabelFileTest {
    @Test
    void everyLineIsALabelAsItIs() {
        assertThat(LabelFile.parse(utf8(" \nä\r\n\n日 本\n"))).containsExactly(" ", "ä", "", "日 本");
        assertThat(LabelFile.parse(utf8("a\nb"))).containsExactly("a", "b");
        assertThat(LabelFile.parse(utf8("\uFEFFa\n"))).containsExactly("a");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> LabelFile.parse(new byte[0])).hasMessage("has no labels");
        assertThatThrownBy(() -> LabelFile.parse(new byte[] {(byte) 0xff, 'a'})).hasMessage("is not a text in UTF-8");
        assertThatThrownBy(() -> LabelFile.parse(utf8("\n".repeat(200_000)))).hasMessage("has more than 100000 lines");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
