package org.lynceus.detector.faces.internal.face;

import java.util.List;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * Tells where points of a face appear that only the verifier's six keypoints are known of: the canonical face is laid on
 * the keypoints in space and projected. Thread-safe.
 */
final class ProjectedFace {
    /** Farther than this from the middle of the keypoints, in their largest distance, no point of a face can lie. */
    private static final double FARTHEST = 3;

    /** The keypoints that a face seen from the front and one seen from the side both show well: eyes and mouth. */
    private static final int[] PLAIN = {0, 1, 3};

    private ProjectedFace() {}

    /**
     * Projects points.
     *
     * @param canonical points of {@link Canonical}
     * @return in pixels, in the same order, finite
     */
    static List<Point> points(Verification face, List<Point3> canonical, int width, int height) {
        List<Point> projected = PoseEstimator.project(face, canonical, width, height);
        return plausible(face.keypoints(), projected) ? projected : plain(face.keypoints(), canonical);
    }

    private static boolean plausible(List<Point> keypoints, List<Point> projected) {
        double x = keypoints.stream().mapToDouble(point -> point.x).average().orElseThrow();
        double y = keypoints.stream().mapToDouble(point -> point.y).average().orElseThrow();
        double extent = 0;
        for (Point one : keypoints) {
            for (Point other : keypoints) {
                extent = Math.max(extent, Math.hypot(one.x - other.x, one.y - other.y));
            }
        }
        double farthest = FARTHEST * extent;
        // A distance that is not a number is not within any other.
        return projected.stream().allMatch(point -> Math.hypot(point.x - x, point.y - y) <= farthest);
    }

    /** By the similarity in the plane that fits eyes and mouth best (least squares). */
    private static List<Point> plain(List<Point> keypoints, List<Point3> canonical) {
        List<Point3> model = Canonical.keypoints().toList();
        Point from = new Point();
        Point to = new Point();
        for (int i : PLAIN) {
            from.x += model.get(i).x / PLAIN.length;
            from.y += model.get(i).y / PLAIN.length;
            to.x += keypoints.get(i).x / PLAIN.length;
            to.y += keypoints.get(i).y / PLAIN.length;
        }
        double square = 0;
        double dot = 0;
        double cross = 0;
        for (int i : PLAIN) {
            double x = model.get(i).x - from.x;
            double y = model.get(i).y - from.y;
            double u = keypoints.get(i).x - to.x;
            double v = keypoints.get(i).y - to.y;
            square += x * x + y * y;
            dot += x * u + y * v;
            cross += x * v - y * u;
        }
        double cos = dot / square;
        double sin = cross / square;
        return canonical.stream()
                .map(point -> new Point(
                        to.x + cos * (point.x - from.x) - sin * (point.y - from.y),
                        to.y + sin * (point.x - from.x) + cos * (point.y - from.y)))
                .toList();
    }
}
