package org.lynceus.detector.faces.internal.face;

import org.opencv.core.Point;

/**
 * The 468 points of a face mesh in pixels of the picture. Numbering and canonical shape: MediaPipe Face Mesh.
 *
 * @param points x and y alternating
 * @param score 0–1 that it is a face
 */
public record Mesh(double[] points, double score) {
    /** Below this score the points are not to be trusted: a strong profile, or no face. */
    public static final double TRUSTED = 0.3;

    /** Side of the crop for the next pass in longer extents of the mesh. */
    private static final double NEXT_MARGIN = 1.5;

    private static final int OUTER_CORNER_LEFT = 33;
    private static final int OUTER_CORNER_RIGHT = 263;

    public boolean trusted() {
        return score > TRUSTED;
    }

    public Point point(int vertex) {
        return new Point(points[2 * vertex], points[2 * vertex + 1]);
    }

    /** Mean of several vertices. */
    public Point mean(int... vertices) {
        double x = 0;
        double y = 0;
        for (int vertex : vertices) {
            x += points[2 * vertex];
            y += points[2 * vertex + 1];
        }
        return new Point(x / vertices.length, y / vertices.length);
    }

    /** Angle of the line between the outer eye corners, clockwise in the picture, in radians. */
    public double eyeAngle() {
        Point left = point(OUTER_CORNER_LEFT);
        Point right = point(OUTER_CORNER_RIGHT);
        return Math.atan2(right.y - left.y, right.x - left.x);
    }

    /** The crop of the next pass. */
    public SquareCrop again(org.opencv.core.Mat picture) {
        return around(picture, NEXT_MARGIN);
    }

    /** The upright square around the mesh, turned by the eye line; its side is the longer extent times a margin. */
    public SquareCrop around(org.opencv.core.Mat picture, double margin) {
        double angle = eyeAngle();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i] * cos + points[i + 1] * sin;
            double y = -points[i] * sin + points[i + 1] * cos;
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        double x = (minX + maxX) / 2;
        double y = (minY + maxY) / 2;
        double side = margin * Math.max(maxX - minX, maxY - minY);
        return new SquareCrop(picture, x * cos - y * sin, x * sin + y * cos, side, angle);
    }
}
