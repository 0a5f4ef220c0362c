package org.lynceus.api.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.BoundingBox;

class FaceQualityFilterTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 500;

    private static Face face(float side, FaceQuality quality, Pose pose, float confidence) {
        Point point = new Point(0, 0);
        return new Face(
                new BoundingBox(0.1f, 0.1f, side / WIDTH, 2 * side / HEIGHT),
                confidence,
                List.of(),
                pose,
                quality,
                new FaceAlignment(point, point, point, point, point),
                FaceAttributes.NONE);
    }

    private static Set<QualityReason> reasons(
            FaceQualityFilter filter, float side, float sharpness, float brightness, Pose pose, float confidence) {
        return filter.reasons(face(side, new FaceQuality(brightness, sharpness), pose, confidence), WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @EnumSource
    void aGoodFacePassesEveryBar(FaceQualityFilter filter) {
        assertThat(reasons(filter, 200, 90, 60, new Pose(-95, 10, -5), 99)).isEmpty();
    }

    @Test
    void everythingThatSpeaksAgainstAFaceIsTold() {
        assertThat(reasons(FaceQualityFilter.LOW, 10, 1, 3, new Pose(0, -80, 0), 40))
                .containsExactly(
                        QualityReason.EXTREME_POSE,
                        QualityReason.LOW_BRIGHTNESS,
                        QualityReason.LOW_SHARPNESS,
                        QualityReason.LOW_CONFIDENCE,
                        QualityReason.SMALL_BOUNDING_BOX);
        assertThat(reasons(FaceQualityFilter.LOW, 100, 80, 99.5f, new Pose(0, 0, 0), 99))
                .containsExactly(QualityReason.LOW_FACE_QUALITY);
    }

    @Test
    void withoutABarEverythingPasses() {
        assertThat(reasons(FaceQualityFilter.NONE, 1, 0, 0, new Pose(180, 180, 180), 0))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // side, sharpness, brightness, yaw, pitch, confidence; the bar that the face just fails
        "79, 90, 60, 0, 0, 99, HIGH",
        "39, 90, 60, 0, 0, 99, MEDIUM",
        "23, 90, 60, 0, 0, 99, LOW",
        "90, 59, 60, 0, 0, 99, HIGH",
        "90, 24, 60, 0, 0, 99, MEDIUM",
        "90,  9, 60, 0, 0, 99, LOW",
        "90, 90, 44, 0, 0, 99, HIGH",
        "90, 90, 34, 0, 0, 99, MEDIUM",
        "90, 90, 24, 0, 0, 99, LOW",
        "90, 90, 96, 0, 0, 99, HIGH",
        "90, 90, 98, 0, 0, 99, MEDIUM",
        "90, 90, 99.5, 0, 0, 99, LOW",
        "90, 90, 60, -36, 0, 99, HIGH",
        "90, 90, 60, 61, 0, 99, MEDIUM",
        "90, 90, 60, -76, 0, 99, LOW",
        "90, 90, 60, 0, 31, 99, HIGH",
        "90, 90, 60, 0, -46, 99, MEDIUM",
        "90, 90, 60, 0, 61, 99, LOW",
        "90, 90, 60, 0, 0, 89, HIGH",
        "90, 90, 60, 0, 0, 69, MEDIUM",
        "90, 90, 60, 0, 0, 49, LOW"
    })
    void aFaceFailsItsBarAndAllHigherOnes(
            float side,
            float sharpness,
            float brightness,
            float yaw,
            float pitch,
            float confidence,
            FaceQualityFilter fails) {
        for (FaceQualityFilter filter :
                List.of(FaceQualityFilter.LOW, FaceQualityFilter.MEDIUM, FaceQualityFilter.HIGH)) {
            assertThat(reasons(filter, side, sharpness, brightness, new Pose(0, yaw, pitch), confidence))
                    .as(filter.name())
                    .hasSize(filter.compareTo(fails) < 0 ? 0 : 1);
        }
    }

    @Test
    void limitsPass() {
        assertThat(reasons(FaceQualityFilter.MEDIUM, 40.001f, 25, 35, new Pose(0, -60, 45), 70))
                .isEmpty();
        assertThat(reasons(FaceQualityFilter.MEDIUM, 40.001f, 25, 97, new Pose(0, 60, -45), 70))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"24.1, 10", "23.9, 10", "24.1, 9.9"})
    void theAutomaticBarIsTheLowOne(float side, float sharpness) {
        assertThat(reasons(FaceQualityFilter.AUTO, side, sharpness, 60, new Pose(0, 0, 0), 99))
                .isEqualTo(reasons(FaceQualityFilter.LOW, side, sharpness, 60, new Pose(0, 0, 0), 99));
    }

    @Test
    void theAnswerCannotBeChanged() {
        Set<QualityReason> reasons = reasons(FaceQualityFilter.LOW, 10, 1, 3, new Pose(0, 0, 0), 40);

        assertThatThrownBy(reasons::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
