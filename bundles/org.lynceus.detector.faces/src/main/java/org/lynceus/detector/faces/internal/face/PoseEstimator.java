package org.lynceus.detector.faces.internal.face;

import org.lynceus.api.face.Pose;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;

/**
 * Estimates how a head is turned from where points of the canonical face appear (perspective-n-point). Thread-safe.
 *
 * <p>Camera: focal length {@code max(width, height)}, principal point in the middle, no distortion. SQPNP, refined by
 * Levenberg–Marquardt. From the rotation R: yaw = asin(−R₂₀), pitch = atan2(R₂₁, R₂₂), roll = atan2(R₁₀, R₀₀); the
 * service counts yaw and pitch the other way round.
 */
public final class PoseEstimator {
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
        return solve(Canonical.keypoints(), verification.keypoints().toArray(Point[]::new), width, height);
    }

    private static Pose solve(MatOfPoint3f model, Point[] seen, int width, int height) {
        Mat camera = camera(width, height);
        MatOfPoint2f points = new MatOfPoint2f(seen);
        MatOfDouble undistorted = new MatOfDouble();
        Mat rotationVector = new Mat();
        Mat translation = new Mat();
        Mat rotation = new Mat();
        try {
            Calib3d.solvePnP(
                    model, points, camera, undistorted, rotationVector, translation, false, Calib3d.SOLVEPNP_SQPNP);
            Calib3d.solvePnPRefineLM(model, points, camera, undistorted, rotationVector, translation);
            Calib3d.Rodrigues(rotationVector, rotation);
            double[] r = new double[9];
            rotation.get(0, 0, r);
            double yaw = Math.asin(Math.max(-1, Math.min(1, -r[6])));
            double pitch = Math.atan2(r[7], r[8]);
            double roll = Math.atan2(r[3], r[0]);
            return new Pose(degrees(roll), degrees(-yaw), degrees(-pitch));
        } finally {
            model.release();
            points.release();
            undistorted.release();
            camera.release();
            rotationVector.release();
            translation.release();
            rotation.release();
        }
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
