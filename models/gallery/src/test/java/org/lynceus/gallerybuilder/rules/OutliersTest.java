package org.lynceus.gallerybuilder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OutliersTest {
    @Test
    void findsTheOnlyPhotoOfSomebodyElse() {
        assertThat(Outliers.oddest(at(0, 20, 100, 10), OptionalDouble.empty())).hasValue(2);
    }

    @Test
    void keepsPhotosThatDifferAboutAlike() {
        List<float[]> vectors =
                List.of(new float[] {0.8f, 0.6f, 0}, new float[] {0.8f, 0, 0.6f}, new float[] {1, 0, 0});

        assertThat(Outliers.oddest(vectors, OptionalDouble.empty())).isEmpty();
    }

    @Test
    void keepsAPhotoThatStrangersHardlyReach() {
        List<float[]> vectors = at(0, 1, 2, 20);

        assertThat(Outliers.oddest(vectors, OptionalDouble.empty())).hasValue(3);
        assertThat(Outliers.oddest(vectors, OptionalDouble.of(0.9))).isEmpty();
    }

    @Test
    void twoPhotosHaveNoMajority() {
        assertThat(Outliers.oddest(at(0, 90), OptionalDouble.empty())).isEmpty();
    }

    /** Vectors in a plane by their angles in degrees. */
    private static List<float[]> at(double... degrees) {
        return Arrays.stream(degrees)
                .map(Math::toRadians)
                .mapToObj(angle -> new float[] {(float) Math.cos(angle), (float) Math.sin(angle)})
                .toList();
    }
}
