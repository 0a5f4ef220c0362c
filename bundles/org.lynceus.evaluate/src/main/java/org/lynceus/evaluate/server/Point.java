package org.lynceus.evaluate.server;

/**
 * A point.
 *
 * @param x rightwards
 * @param y downwards
 */
public record Point(double x, double y) {
    /** Euclidean distance. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
