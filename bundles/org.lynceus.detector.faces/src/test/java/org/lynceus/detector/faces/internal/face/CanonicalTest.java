package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Point3;

class CanonicalTest {
    @ParameterizedTest
    @CsvSource({"33, 263", "70, 300", "107, 336", "105, 334", "159, 386", "145, 374", "172, 397", "61, 291"})
    void theFaceIsSymmetrical(int left, int right) {
        Point3 one = Canonical.mean(left);
        Point3 other = Canonical.mean(right);

        assertThat(one.x).isNegative().isCloseTo(-other.x, within(1e-9));
        assertThat(one.y).isEqualTo(other.y);
        assertThat(one.z).isEqualTo(other.z);
    }

    @Test
    void aMeanLiesBetweenItsVertices() {
        Point3 mean = Canonical.mean(159, 145);

        assertThat(mean.y).isBetween(Canonical.mean(159).y, Canonical.mean(145).y);
    }

    @Test
    void otherVerticesAreUnknown() {
        assertThatThrownBy(() -> Canonical.mean(4, 467)).isInstanceOf(IllegalArgumentException.class);
    }
}
