package org.lynceus.inference.internal.decode.boxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int CAT = 0;
    private static final int DOG = 1;

    private final Candidates candidates = new Candidates(0, Float.POSITIVE_INFINITY);

    @Test
    void theBestOfOverlappingBoxesStays() {
        candidates.add(0.8f, CAT, 10, 0, 0, 10, 10);
        candidates.add(0.7f, CAT, 11, 30, 0, 40, 10);
        candidates.add(0.9f, CAT, 12, 1, 0, 11, 10);

        assertThat(best(0.5, false, 10)).containsExactly(2, 1);
        assertThat(candidates.row(2)).isEqualTo(12);
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        candidates.add(0.9f, CAT, 0, 0, 0, 10, 10);
        candidates.add(0.8f, CAT, 1, 5, 0, 15, 10);

        assertThat(candidates.iou(0, 1)).isCloseTo(50.0 / 150, within(1e-9));
        assertThat(best(0.34, false, 10)).containsExactly(0, 1);
        assertThat(best(0.33, false, 10)).containsExactly(0);
    }

    @Test
    void classesSuppressEachOtherOnlyWhenAsked() {
        candidates.add(0.9f, CAT, 0, 0, 0, 10, 10);
        candidates.add(0.8f, DOG, 0, 0, 0, 10, 10);

        assertThat(best(0.5, false, 10)).containsExactly(0, 1);
        assertThat(best(0.5, true, 10)).containsExactly(0);
    }

    @Test
    void aSuppressedBoxSuppressesNothing() {
        candidates.add(0.9f, CAT, 0, 0, 0, 10, 10);
        candidates.add(0.8f, CAT, 0, 4, 0, 14, 10);
        candidates.add(0.7f, CAT, 0, 8, 0, 18, 10);

        assertThat(best(0.4, false, 10)).containsExactly(0, 2);
    }

    @Test
    void onlySoManyStayAndOfEqualsTheFirst() {
        for (int i = 0; i < 20; i++) {
            candidates.add(0.5f, CAT, i, 20 * i, 0, 20 * i + 10, 10);
        }
        candidates.add(0.6f, CAT, 20, 500, 0, 510, 10);

        assertThat(best(0.5, false, 3)).containsExactly(20, 0, 1);
        assertThat(best(1, false, 3)).containsExactly(20, 0, 1);
    }

    @Test
    void withAnOverlapOfOneAllStay() {
        candidates.add(0.8f, CAT, 0, 0, 0, 10, 10);
        candidates.add(0.9f, CAT, 0, 0, 0, 10, 10);

        assertThat(best(1, true, 10)).containsExactly(1, 0);
    }

    @Test
    void boxesWithoutExtentOrMeaningAreLeftOut() {
        float nan = Float.NaN;
        float infinity = Float.POSITIVE_INFINITY;
        candidates.add(0.9f, CAT, 0, 5, 0, 5, 10);
        candidates.add(0.9f, CAT, 0, 6, 0, 5, 10);
        candidates.add(0.9f, CAT, 0, nan, 0, 5, 10);
        candidates.add(0.9f, CAT, 0, 0, 0, infinity, 10);
        candidates.add(0.9f, CAT, 0, -infinity, 0, infinity, 10);
        candidates.add(0.9f, CAT, 0, 0, 0, 1e30f, 10);
        candidates.add(nan, CAT, 0, 0, 0, 10, 10);
        candidates.add(infinity, CAT, 0, 0, 0, 10, 10);
        candidates.add(0, CAT, 0, 0, 0, 10, 10);

        assertThat(candidates.size()).isZero();
        assertThat(best(0.5, false, 10)).isEmpty();
    }

    @Test
    void boxesBeyondTheLimitsAreLeftOut() {
        Candidates limited = new Candidates(8, 128);
        limited.add(0.9f, CAT, 0, 0, 0, 7.9f, 50);
        limited.add(0.9f, CAT, 1, 0, 0, 8, 128);
        limited.add(0.9f, CAT, 2, 0, 0, 8, 129);

        assertThat(limited.size()).isEqualTo(1);
        assertThat(limited.row(0)).isEqualTo(1);
    }

    @Test
    void manyBoxesAreNoTrouble() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            float x = 600 * random.nextFloat();
            float y = 600 * random.nextFloat();
            candidates.add(0.001f + random.nextFloat(), i % 80, i, x, y, x + 40, y + 40);
        }
        long begin = System.nanoTime();
        int[] best = best(0.5, false, 300);

        assertThat(best).hasSize(300);
        for (int i = 1; i < best.length; i++) {
            assertThat(candidates.score(best[i])).isLessThanOrEqualTo(candidates.score(best[i - 1]));
        }
        assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Suppression(0.5, false, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suppression(Double.NaN, false, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private int[] best(double iou, boolean across, int max) {
        return new Suppression(iou, across, max).best(candidates);
    }
}
