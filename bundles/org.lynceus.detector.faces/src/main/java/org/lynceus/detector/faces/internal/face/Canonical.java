package org.lynceus.detector.faces.internal.face;

import java.util.Map;
import java.util.TreeMap;
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

    /**
     * More vertices. Measured: mean of the meshes of 313 portraits of members of the United States Congress (public domain)
     * that face the camera (yaw within 8 degrees, pitch within 15), each laid on the points above by a similarity in space,
     * and made symmetrical. From face to face they scatter by 0.05 to 0.25 cm (standard deviation of each coordinate), the
     * lower lip by 0.4; the points above, measured the same way, come out 0.3 cm from where they are (root mean square of
     * the coordinates; the corners of the mouth, because most people smile, 0.7).
     */
    private static final int[] MEASURED = {0, 4, 17, 70, 105, 107, 145, 159, 172, 300, 334, 336, 374, 386, 397};

    private static final double[][] MEASURED_CENTIMETRES = {
        {0, -3.1001, 6.0364},
        {0, -0.4834, 7.9274},
        {0, -5.5369, 5.5339},
        {-5.8395, 3.9380, 3.0184},
        {-4.1123, 4.9008, 4.4927},
        {-1.4170, 4.7526, 5.4097},
        {-3.1768, 2.2921, 3.8086},
        {-3.3723, 3.0603, 3.8942},
        {-5.7857, -5.9931, -0.1676},
        {5.8395, 3.9380, 3.0184},
        {4.1123, 4.9008, 4.4927},
        {1.4170, 4.7526, 5.4097},
        {3.1768, 2.2921, 3.8086},
        {3.3723, 3.0603, 3.8942},
        {5.7857, -5.9931, -0.1676}
    };

    private static final double[][] KEYPOINT_CENTIMETRES = {
        {-3.1512, 2.6246, 3.4657},
        {3.1512, 2.6246, 3.4657},
        {0, -1.1269, 7.4756},
        {0, -4.3426, 4.6},
        {-7.7431, 2.3650, -2.0052},
        {7.7431, 2.3650, -2.0052}
    };

    private static final Map<Integer, double[]> BY_VERTEX = new TreeMap<>();

    static {
        for (int i = 0; i < VERTICES.length; i++) {
            BY_VERTEX.put(VERTICES[i], CENTIMETRES[i]);
        }
        for (int i = 0; i < MEASURED.length; i++) {
            BY_VERTEX.put(MEASURED[i], MEASURED_CENTIMETRES[i]);
        }
    }

    private Canonical() {}

    /**
     * Mean of several vertices, of those that a pose is estimated from and those of the landmarks.
     *
     * @throws IllegalArgumentException if a vertex is none of them
     */
    public static Point3 mean(int... vertices) {
        Point3 sum = new Point3();
        for (int vertex : vertices) {
            double[] point = BY_VERTEX.get(vertex);
            if (point == null) {
                throw new IllegalArgumentException("vertex " + vertex);
            }
            sum.x += point[0];
            sum.y -= point[1];
            sum.z -= point[2];
        }
        return new Point3(sum.x / vertices.length, sum.y / vertices.length, sum.z / vertices.length);
    }

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
