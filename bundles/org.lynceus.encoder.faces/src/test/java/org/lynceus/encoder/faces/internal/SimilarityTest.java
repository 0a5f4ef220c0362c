package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {
    private final Similarity similarity = new Similarity(28.5, 0.3014);

    @Test
    void theSamePictureIsExactlyHundred() {
        assertThat(similarity.of(0)).isEqualTo(100f);
    }

    @Test
    void theMidpointIsFifty() {
        assertThat(similarity.of(distance(0.3014))).isCloseTo(50, within(1e-3f));
    }

    @Test
    void eightyIsTheCosineOfOneFalseMatchInAThousand() {
        assertThat(similarity.of(distance(0.350))).isCloseTo(80, within(0.5f));
    }

    @Test
    void fartherIsLessSimilar() {
        assertThat(similarity.of(1.3)).isLessThan(similarity.of(1.2));
        assertThat(similarity.of(2)).isCloseTo(0, within(1e-6f));
    }

    @Test
    void aCurveWithoutSlopeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Similarity(0, 0.3));
    }

    private static double distance(double cosine) {
        return Math.sqrt(2 - 2 * cosine);
    }
}
