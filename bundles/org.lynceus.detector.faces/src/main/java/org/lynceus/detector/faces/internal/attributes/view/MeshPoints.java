package org.lynceus.detector.faces.internal.attributes.view;

import org.opencv.core.Point;

/** Vertices of the face mesh that attributes are measured at. "Left" and "right" are sides of the picture. */
public final class MeshPoints {
    public static final int LEFT_EYE_OUTER = 33;
    public static final int LEFT_EYE_INNER = 133;
    public static final int LEFT_EYE_UPPER = 159;
    public static final int LEFT_EYE_LOWER = 145;
    public static final int RIGHT_EYE_INNER = 362;
    public static final int RIGHT_EYE_OUTER = 263;
    public static final int RIGHT_EYE_UPPER = 386;
    public static final int RIGHT_EYE_LOWER = 374;
    public static final int MOUTH_LEFT = 61;
    public static final int MOUTH_RIGHT = 291;
    public static final int INNER_LIP_LEFT = 78;
    public static final int INNER_LIP_RIGHT = 308;
    public static final int INNER_LIP_UPPER = 13;
    public static final int INNER_LIP_LOWER = 14;

    private MeshPoints() {}

    /** Distance of two points. */
    public static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }
}
