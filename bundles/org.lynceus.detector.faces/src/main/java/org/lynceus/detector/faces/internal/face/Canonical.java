package org.lynceus.detector.faces.internal.face;

import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point3;

/**
 * Points of MediaPipe's canonical face in centimetres, turned to OpenCV's axes: x to the right side of the picture, y
 * down, z away from the viewer.
 */
public final class Canonical {
    /** Vertices that a pose is estimated from; those of {@link #points()}. */
    public static final int[] VERTICES = {
        33, 133, 362, 263, 1, 168, 6, 197, 10, 98, 327, 61, 291, 199, 152, 127, 356, 50, 280
    };

    private static final double[][] CENTIMETRES = {
        {-4.4459, 2.6640, 3.1734},
        {-1.8564, 2.5852, 3.7579},
        {1.8564, 2.5852, 3.7579},
        {4.4459, 2.6640, 3.1734},
        {0, -1.1269, 7.4756},
        {0, 3.2710, 5.2360},
        {0, 2.4733, 5.7886},
        {0, 1.7284, 6.3168},
        {0, 8.2618, 4.4815},
        {-1.4056, -1.7142, 5.2411},
        {1.4056, -1.7142, 5.2411},
        {-2.4562, -4.3426, 4.2839},
        {2.4562, -4.3426, 4.2839},
        {0, -7.9422, 5.1812},
        {0, -9.4034, 4.2645},
        {-7.7431, 2.3650, -2.0052},
        {7.7431, 2.3650, -2.0052},
        {-4.7655, -0.7016, 3.5346},
        {4.7655, -0.7016, 3.5346}
    };

    private static final double[][] KEYPOINT_CENTIMETRES = {
        {-3.1512, 2.6246, 3.4657},
        {3.1512, 2.6246, 3.4657},
        {0, -1.1269, 7.4756},
        {0, -4.3426, 4.6},
        {-7.7431, 2.3650, -2.0052},
        {7.7431, 2.3650, -2.0052}
    };

    private Canonical() {}

    /** The points of {@link #VERTICES}. */
    public static MatOfPoint3f points() {
        return turned(CENTIMETRES);
    }

    /** The six keypoints of {@link Verification}: eye centres, nose tip, mouth, and the cheekbones before the ears. */
    public static MatOfPoint3f keypoints() {
        return turned(KEYPOINT_CENTIMETRES);
    }

    private static MatOfPoint3f turned(double[][] centimetres) {
        Point3[] points = new Point3[centimetres.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point3(centimetres[i][0], -centimetres[i][1], -centimetres[i][2]);
        }
        return new MatOfPoint3f(points);
    }
}
