package org.lynceus.api.celebrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelebrityTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "ada-example", "a b", "é1", "a\n"})
    void anIdIsLettersAndDigits(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Celebrity(id, "Ada Example", List.of(), KnownGender.FEMALE));
    }

    @Test
    void aPersonHasANameAndAtMost255Addresses() {
        List<String> urls = new ArrayList<>(Collections.nCopies(255, "www.example.org/person/1"));

        Celebrity ada = new Celebrity("3Ab0cd6", "Ada Example", urls, KnownGender.FEMALE);
        urls.add("www.example.org/person/2");

        assertThat(ada.urls()).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Celebrity("3Ab0cd6", "Ada Example", urls, KnownGender.FEMALE))
                .withMessageContaining("more than 255 addresses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Celebrity("3Ab0cd6", " ", List.of(), KnownGender.FEMALE));
    }

    @Test
    void optionsFillInTheDefaultsAndKeepTheirRanges() {
        assertThat(CelebrityOptions.DEFAULT.maxFaces()).isEqualTo(64);
        assertThat(CelebrityOptions.DEFAULT.minConfidence()).isZero();
        assertThat(CelebrityOptions.DEFAULT.attributes()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CelebrityOptions(null, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new CelebrityOptions(null, null, 100.5f));
        assertThatIllegalArgumentException().isThrownBy(() -> new CelebrityOptions(null, null, Float.NaN));
    }
}
