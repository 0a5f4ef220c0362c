package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Point;
import org.opencv.core.Point3;

class ProjectedFaceTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final Point3 CHIN = Canonical.mean(152);
    private static final Point3 BROW = Canonical.mean(70);

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "30, 0", "-60, 0", "85, 0", "0, 90", "-40, 170"})
    void pointsAppearWhereTheCameraSeesThem(double yaw, double roll) {
        Verification seen = new Verification(
                1,
                Canonical.keypoints().toList().stream()
                        .map(point -> seen(point, yaw, roll))
                        .toList());

        List<Point> points = ProjectedFace.points(seen, List.of(CHIN, BROW), WIDTH, HEIGHT);

        assertThat(points).hasSize(2);
        assertNear(points.get(0), seen(CHIN, yaw, roll));
        assertNear(points.get(1), seen(BROW, yaw, roll));
    }

    @Test
    void keypointsThatCoincideGiveThatPoint() {
        Verification nowhere = new Verification(1, Collections.nCopies(6, new Point(100, 120)));

        assertThat(ProjectedFace.points(nowhere, List.of(CHIN, BROW), WIDTH, HEIGHT))
                .allSatisfy(point -> assertNear(point, new Point(100, 120)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "1, 1", "1, -0.001"})
    void keypointsOnALineGivePointsNearThem(double dx, double dy) {
        Point[] line = new Point[6];
        for (int i = 0; i < line.length; i++) {
            line[i] = new Point(100 + i * dx, 120 + i * dy);
        }

        assertThat(ProjectedFace.points(new Verification(1, List.of(line)), List.of(CHIN, BROW), WIDTH, HEIGHT))
                .allSatisfy(point ->
                        assertThat(Math.hypot(point.x - 100, point.y - 120)).isLessThan(30));
    }

    /** A pinhole camera 60 cm before a head that is turned about the vertical axis, then about the camera's. */
    private static Point seen(Point3 point, double yaw, double roll) {
        double a = Math.toRadians(yaw);
        double b = Math.toRadians(roll);
        double x = point.x * Math.cos(a) + point.z * Math.sin(a);
        double z = -point.x * Math.sin(a) + point.z * Math.cos(a) + 60;
        double u = x * Math.cos(b) - point.y * Math.sin(b);
        double v = x * Math.sin(b) + point.y * Math.cos(b);
        return new Point(WIDTH / 2.0 + WIDTH * u / z, HEIGHT / 2.0 + WIDTH * v / z);
    }

    private static void assertNear(Point point, Point expected) {
        assertThat(point.x).isCloseTo(expected.x, within(0.5));
        assertThat(point.y).isCloseTo(expected.y, within(0.5));
    }
}
