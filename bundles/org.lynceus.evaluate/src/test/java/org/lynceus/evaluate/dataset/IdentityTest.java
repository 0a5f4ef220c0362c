package org.lynceus.evaluate.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.evaluate.dataset.Identity.Kind;

class IdentityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"José Álvarez-Gil", "josé_álvarez gil", "Jose\u0301 A\u0301lvarez Gil", " JOSÉ  ÁLVAREZ-GIL "})
    void spellingsOfANameAreOne(String name) {
        assertThat(new Identity(name, Kind.NAME).is("x1", "José Álvarez-Gil")).isTrue();
    }

    @Test
    void anIdIsNoName() {
        assertThat(new Identity("emp-07", Kind.ID).is("emp07", "Jane")).isTrue();
        assertThat(new Identity("Jane", Kind.ID).is("emp07", "Jane")).isFalse();
        assertThat(new Identity("emp07", Kind.NAME).is("emp07", "Jane")).isFalse();
    }

    @Test
    void namesakesAreToldApartByTheirIds() {
        assertThat(new Identity("q1", Kind.ID).is("q2", "Jane Doe")).isFalse();
    }

    @Test
    void aFolderIsNamedByEither() {
        Identity folder = new Identity("Jane", Kind.EITHER);

        assertThat(folder.is("emp07", "Jane")).isTrue();
        assertThat(folder.is("Jane", "Bob")).isTrue();
        assertThat(folder.is("emp07", "Bob")).isFalse();
    }

    @Test
    void aNameWithoutLettersOfAsciiIsNotEveryId() {
        assertThat(new Identity("王小明", Kind.EITHER).is("q1", "Jane")).isFalse();
    }
}
