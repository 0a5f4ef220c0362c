package org.lynceus.detector.faces.internal.face;

import java.util.Arrays;
import java.util.List;
import org.lynceus.api.face.Pose;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;

/**
 * Estimates how a head is turned from where points of the canonical face appear (perspective-n-point). Thread-safe.
 *
 * <p>Camera: focal length {@code max(width, height)}, principal point in the middle, no distortion. SQPNP, or EPNP for
 * small faces, refined by Levenberg–Marquardt. From the rotation R: yaw = asin(−R₂₀), pitch = atan2(R₂₁, R₂₂), roll =
 * atan2(R₁₀, R₀₀); the service counts yaw and pitch the other way round.
 */
public final class PoseEstimator {
    /** OpenCV refuses points for SQPNP whose variance is below half of this: faces of a hundredth of the picture. */
    private static final double SQPNP_VARIANCE = 2e-5;

    private PoseEstimator() {}

    /** Pose from a mesh, in the signs of {@link Pose}. */
    public static Pose fromMesh(Mesh mesh, int width, int height) {
        Point[] seen = new Point[Canonical.VERTICES.length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = mesh.point(Canonical.VERTICES[i]);
        }
        return solve(Canonical.points(), seen, width, height);
    }

    /** Pose from six keypoints, in the signs of {@link Pose}; coarser. */
    public static Pose fromKeypoints(Verification verification, int width, int height) {
        return solve(Canonical.keypoints(), seen(verification), width, height);
    }

    /**
     * Where points of the canonical face appear when its keypoints appear where the verifier saw them.
     *
     * @param points of {@link Canonical}
     * @return in pixels, in the same order; where the keypoints fit no camera, not finite or far from the face
     */
    static List<Point> project(Verification verification, List<Point3> points, int width, int height) {
        Mat camera = camera(width, height);
        MatOfDouble undistorted = new MatOfDouble();
        Mat rotationVector = new Mat();
        Mat translation = new Mat();
        MatOfPoint3f model = new MatOfPoint3f(points.toArray(Point3[]::new));
        MatOfPoint2f projected = new MatOfPoint2f();
        try {
            fit(Canonical.keypoints(), seen(verification), camera, rotationVector, translation);
            Calib3d.projectPoints(model, rotationVector, translation, camera, undistorted, projected);
            return projected.toList();
        } finally {
            camera.release();
            undistorted.release();
            rotationVector.release();
            translation.release();
            model.release();
            projected.release();
        }
    }

    private static Point[] seen(Verification verification) {
        return verification.keypoints().toArray(Point[]::new);
    }

    private static Pose solve(MatOfPoint3f model, Point[] seen, int width, int height) {
        Mat camera = camera(width, height);
        Mat rotationVector = new Mat();
        Mat translation = new Mat();
        Mat rotation = new Mat();
        try {
            fit(model, seen, camera, rotationVector, translation);
            Calib3d.Rodrigues(rotationVector, rotation);
            double[] r = new double[9];
            rotation.get(0, 0, r);
            double yaw = Math.asin(Math.max(-1, Math.min(1, -r[6])));
            double pitch = Math.atan2(r[7], r[8]);
            double roll = Math.atan2(r[3], r[0]);
            return new Pose(degrees(roll), degrees(-yaw), degrees(-pitch));
        } finally {
            camera.release();
            rotationVector.release();
            translation.release();
            rotation.release();
        }
    }

    /** Solves for rotation and translation; releases the model. */
    private static void fit(MatOfPoint3f model, Point[] seen, Mat camera, Mat rotationVector, Mat translation) {
        MatOfPoint2f points = new MatOfPoint2f(seen);
        MatOfDouble undistorted = new MatOfDouble();
        try {
            int method = variance(seen, camera) < SQPNP_VARIANCE ? Calib3d.SOLVEPNP_EPNP : Calib3d.SOLVEPNP_SQPNP;
            Calib3d.solvePnP(model, points, camera, undistorted, rotationVector, translation, false, method);
            Calib3d.solvePnPRefineLM(model, points, camera, undistorted, rotationVector, translation);
        } finally {
            model.release();
            points.release();
            undistorted.release();
        }
    }

    /** Mean squared distance of points from their middle, in focal lengths. */
    private static double variance(Point[] points, Mat camera) {
        double x = Arrays.stream(points).mapToDouble(point -> point.x).average().orElseThrow();
        double y = Arrays.stream(points).mapToDouble(point -> point.y).average().orElseThrow();
        double focal = camera.get(0, 0)[0];
        return Arrays.stream(points)
                        .mapToDouble(point -> (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y))
                        .average()
                        .orElseThrow()
                / (focal * focal);
    }

    private static Mat camera(int width, int height) {
        double focal = Math.max(width, height);
        Mat camera = new Mat(3, 3, CvType.CV_64FC1);
        camera.put(0, 0, focal, 0, width / 2.0, 0, focal, height / 2.0, 0, 0, 1);
        return camera;
    }

    private static float degrees(double radians) {
        return (float) Math.toDegrees(radians);
    }
}
