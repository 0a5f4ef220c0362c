package org.lynceus.detector.models.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelOptionsTest {
    @Test
    void absentOptionsLetAHundredFindingsPass() {
        assertThat(ModelOptions.DEFAULT).isEqualTo(new ModelOptions(0f, 100));
    }

    @Test
    void findingsBelowTheConfidenceAndBeyondTheNumberAreLeftOut() {
        ModelOptions options = new ModelOptions(50f, 2);

        assertThat(options.wanted(List.of(90f, 50f, 49f, 80f), Float::doubleValue))
                .containsExactly(90f, 50f);
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 100.5f, Float.NaN})
    void aConfidenceOutOfRangeIsRefused(float confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelOptions(confidence, null))
                .withMessage("minConfidence is a number from 0 to 100, not " + confidence);
    }

    @Test
    void noResultsAtAllAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelOptions(null, 0))
                .withMessage("maxResults is at least 1, not 0");
    }
}
