package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.face.Pose;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Point;
import org.opencv.core.Point3;

class PoseEstimatorTest {
    private static final int SIDE = 1920;
    private static final int VERTICES = 468;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    /** At 1,500 cm the head is twenty pixels wide, at 5,000 six. */
    @ParameterizedTest
    @CsvSource({"50, 0", "50, 30", "300, -60", "1500, 0", "1500, 75", "1500, -75", "5000, 20"})
    void aTurnedHeadIsMeasuredHoweverSmall(double centimetres, float yaw) {
        Pose byKeypoints = PoseEstimator.fromKeypoints(
                new Verification(1, seen(Canonical.keypoints().toList(), centimetres, yaw)), SIDE, SIDE);
        Pose byMesh = PoseEstimator.fromMesh(mesh(centimetres, yaw), SIDE, SIDE);

        for (Pose pose : List.of(byKeypoints, byMesh)) {
            assertThat(pose.yaw()).isCloseTo(yaw, within(1f));
            assertThat(pose.pitch()).isCloseTo(0, within(1f));
            assertThat(pose.roll()).isCloseTo(0, within(1f));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 30", "30, 0", "40, 40"})
    void keypointsThatFitNoHeadGiveAnglesAllTheSame(double dx, double dy) {
        List<Point> line = IntStream.range(0, 6)
                .mapToObj(i -> new Point(700 + i * dx, 500 + i * dy))
                .toList();

        Pose pose = PoseEstimator.fromKeypoints(new Verification(1, line), SIDE, SIDE);

        assertThat(List.of(pose.roll(), pose.yaw(), pose.pitch()))
                .allSatisfy(angle -> assertThat(angle).isBetween(-180f, 180f));
    }

    private static Mesh mesh(double centimetres, double yaw) {
        double[] points = new double[2 * VERTICES];
        List<Point3> canonical =
                Arrays.stream(Canonical.VERTICES).mapToObj(Canonical::mean).toList();
        List<Point> seen = seen(canonical, centimetres, yaw);
        for (int i = 0; i < seen.size(); i++) {
            points[2 * Canonical.VERTICES[i]] = seen.get(i).x;
            points[2 * Canonical.VERTICES[i] + 1] = seen.get(i).y;
        }
        return new Mesh(points, 1);
    }

    /** How a pinhole camera sees points of a head whose nose is turned to the right side of the picture by an angle. */
    private static List<Point> seen(List<Point3> points, double centimetres, double yaw) {
        double cos = Math.cos(Math.toRadians(yaw));
        double sin = Math.sin(Math.toRadians(yaw));
        return points.stream()
                .map(point -> {
                    double x = point.x * cos - point.z * sin;
                    double z = point.x * sin + point.z * cos + centimetres;
                    return new Point(SIDE / 2.0 + SIDE * x / z, SIDE / 2.0 + SIDE * point.y / z);
                })
                .toList();
    }
}
