package org.lynceus.core.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache-2.0 | Apache-2.0: free for every use",
                "MIT as republished by the package; training data and upstream unknown | MIT: free for every use, origin unproven",
                "CC0-1.0; training faces from research collections | CC0-1.0: free for every use, trained on research data",
                "CC0 | CC0: free for every use",
                "public domain | free for every use",
                "CC-BY-4.0 | CC-BY-4.0: free for every use, naming its authors",
                "CC-BY-NC-SA-4.0 | CC-BY-NC-SA-4.0: not for commercial use",
                "MIT code, weights for non-commercial research only | non-commercial research only",
                "CC-BY-SA-4.0 | CC-BY-SA-4.0: copyleft",
                "AGPL-3.0 | AGPL-3.0: copyleft, services included",
                "GPL-3.0 | GPL-3.0: copyleft",
                "Proprietary | Proprietary: as its owner allows",
                "permitted on Sundays | permitted on Sundays",
                "non-commercial research only | non-commercial research only",
                "non-commercial research only (trained on CelebA) | non-commercial research only, trained on CelebA",
                "Apache-2.0; trained in this repository on public-domain portraits | Apache-2.0: free for every use",
                "MIT upstream; trained on FER-2013 | MIT: free for every use, trained on FER-2013",
                "for academic use | not for commercial use",
                "not stated | not stated",
                "unknown | not stated"
            })
    void saysWhatOneMayDo(String given, String words) {
        assertThat(LicenceWords.of(Optional.of(given))).isEqualTo(words);
    }

    @Test
    void whatIsNotGivenIsNotStated() {
        assertThat(LicenceWords.of(Optional.empty())).isEqualTo("not stated");
        assertThat(LicenceWords.of(Optional.of(" "))).isEqualTo("not stated");
    }
}
