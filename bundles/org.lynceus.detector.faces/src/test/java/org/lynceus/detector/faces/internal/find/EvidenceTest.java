package org.lynceus.detector.faces.internal.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Mesh;

class EvidenceTest {
    private final Evidence evidence = new Evidence();

    @Test
    void nothingTellsNothing() {
        assertThat(evidence.winner()).isEmpty();
    }

    @Test
    void severalFacesOutweighALargerOne() {
        evidence.add(Orientation.ROTATE_180, new Box(0, 0, 12, 12), 1);
        evidence.add(Orientation.ROTATE_0, new Box(20, 0, 30, 10), 1);
        evidence.add(Orientation.ROTATE_0, new Box(40, 0, 50, 10), 1);

        assertThat(evidence.winner()).contains(Orientation.ROTATE_0);
    }

    @Test
    void aFaceSeenTwiceCountsOnce() {
        evidence.add(Orientation.ROTATE_90, new Box(0, 0, 10, 10), 1);
        evidence.add(Orientation.ROTATE_90, new Box(1, 0, 10, 11), 1);
        evidence.add(Orientation.ROTATE_0, new Box(20, 0, 32, 12), 1);

        assertThat(evidence.knows(new Box(0, 1, 10, 10))).isTrue();
        assertThat(evidence.winner()).contains(Orientation.ROTATE_0);
    }

    @Test
    void aFaceBetweenTwoDirectionsWeighsLittle() {
        evidence.add(Orientation.ROTATE_270, new Box(0, 0, 20, 20), 0.1);
        evidence.add(Orientation.ROTATE_0, new Box(30, 0, 40, 10), 1);

        assertThat(evidence.winner()).contains(Orientation.ROTATE_0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ROTATE_0", "40, ROTATE_0", "-40, ROTATE_0", "55, ROTATE_0", "65, ROTATE_270", "90, ROTATE_270",
                "130, ROTATE_270",
        "140, ROTATE_180", "180, ROTATE_180", "-140, ROTATE_180", "-130, ROTATE_90", "-90, ROTATE_90", "-55, ROTATE_0",
                "-65, ROTATE_90"
    })
    void aFaceThatLeansClockwiseIsTurnedBack(double degrees, Orientation orientation) {
        double[] points = new double[2 * 468];
        points[2 * 263] = Math.cos(Math.toRadians(degrees));
        points[2 * 263 + 1] = Math.sin(Math.toRadians(degrees));

        assertThat(Evidence.of(new Mesh(points, 1))).isEqualTo(orientation);
    }
}
