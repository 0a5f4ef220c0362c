package org.lynceus.evaluate.dataset;

import java.util.List;
import org.lynceus.client.picture.Box;
import org.lynceus.evaluate.server.Point;

/**
 * The 68 points of a face in the order of iBUG's 300-W.
 *
 * @param points in pixels of the picture
 */
public record FacePoints(List<Point> points) {
    /** How many there are. */
    public static final int COUNT = 68;

    private static final int OUTER_CORNER_LEFT = 36;
    private static final int OUTER_CORNER_RIGHT = 45;
    private static final int EYE_POINTS = 6;
    private static final int LEFT_EYE = 36;
    private static final int RIGHT_EYE = 42;

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException unless there are 68
     */
    public FacePoints {
        points = List.copyOf(points);
        if (points.size() != COUNT) {
            throw new IllegalArgumentException(points.size() + " points instead of " + COUNT);
        }
    }

    /** The mean of some points. */
    public Point mean(int... indices) {
        double x = 0;
        double y = 0;
        for (int index : indices) {
            x += points.get(index).x();
            y += points.get(index).y();
        }
        return new Point(x / indices.length, y / indices.length);
    }

    /** Distance of the outer corners of the eyes in pixels: 300-W's "inter-ocular" distance. */
    public double outerCorners() {
        return points.get(OUTER_CORNER_LEFT).distance(points.get(OUTER_CORNER_RIGHT));
    }

    /** Distance of the centres of the eyes in pixels. */
    public double eyeCentres() {
        return eye(LEFT_EYE).distance(eye(RIGHT_EYE));
    }

    /**
     * The box around all points.
     *
     * @param width of the picture in pixels
     * @param height of the picture in pixels
     */
    public Box extent(int width, int height) {
        double left = points.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = points.stream().mapToDouble(Point::x).max().orElseThrow();
        double top = points.stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = points.stream().mapToDouble(Point::y).max().orElseThrow();
        return new Box(left / width, top / height, (right - left) / width, (bottom - top) / height);
    }

    private Point eye(int first) {
        int[] indices = new int[EYE_POINTS];
        for (int i = 0; i < EYE_POINTS; i++) {
            indices[i] = first + i;
        }
        return mean(indices);
    }
}
