package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {
    private final Similarity similarity = new Similarity(25.3, 0.3061);

    @Test
    void theSamePictureIsExactlyHundred() {
        assertThat(similarity.of(0)).isEqualTo(100f);
    }

    @Test
    void theMidpointIsFifty() {
        assertThat(similarity.of(distance(0.3061))).isCloseTo(50, within(1e-3f));
    }

    @Test
    void theCurveIsLogistic() {
        assertThat(similarity.of(distance(0.3061 + Math.log(4) / 25.3))).isCloseTo(80, within(1e-3f));
        assertThat(similarity.of(distance(0.3061 + Math.log(99) / 25.3))).isCloseTo(99, within(1e-3f));
    }

    @Test
    void fartherIsNeverMoreSimilar() {
        float nearer = similarity.of(0);
        for (double distance = 0.01; distance <= 2; distance += 0.01) {
            assertThat(similarity.of(distance)).isLessThanOrEqualTo(nearer);
            nearer = similarity.of(distance);
        }
        assertThat(similarity.of(1.3)).isLessThan(similarity.of(1.2));
        assertThat(nearer).isCloseTo(0, within(1e-6f));
    }

    @Test
    void aCurveWithoutSlopeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Similarity(0, 0.3));
    }

    private static double distance(double cosine) {
        return Math.sqrt(2 - 2 * cosine);
    }
}
