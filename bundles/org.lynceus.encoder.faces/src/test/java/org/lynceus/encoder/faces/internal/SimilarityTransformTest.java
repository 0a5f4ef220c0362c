package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
    private static final double[][] SQUARE = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

    @Test
    void recoversTurnScaleAndShift() {
        double turn = Math.toRadians(30);
        double[][] moved = new double[SQUARE.length][];
        for (int i = 0; i < moved.length; i++) {
            double x = SQUARE[i][0];
            double y = SQUARE[i][1];
            moved[i] = new double[] {
                3 * (x * Math.cos(turn) - y * Math.sin(turn)) + 5, 3 * (x * Math.sin(turn) + y * Math.cos(turn)) - 2
            };
        }

        SimilarityTransform fitted = SimilarityTransform.fit(SQUARE, moved);

        assertThat(fitted.a()).isCloseTo(3 * Math.cos(turn), within(1e-12));
        assertThat(fitted.b()).isCloseTo(3 * Math.sin(turn), within(1e-12));
        assertThat(fitted.tx()).isCloseTo(5, within(1e-12));
        assertThat(fitted.ty()).isCloseTo(-2, within(1e-12));
    }

    @Test
    void neverMirrors() {
        double[][] mirrored = {{1, 0}, {0, 0}, {0, 1}, {1, 1}};

        SimilarityTransform fitted = SimilarityTransform.fit(SQUARE, mirrored);

        assertThat(fitted.a()).isCloseTo(0, within(1e-12));
        assertThat(fitted.b()).isCloseTo(0, within(1e-12));
    }

    @Test
    void pointsThatCoincideAreRefused() {
        double[][] same = {{1, 1}, {1, 1}};
        assertThatIllegalArgumentException().isThrownBy(() -> SimilarityTransform.fit(same, same));
    }
}
