package org.lynceus.inference.internal.decode;

import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.Point;

/**
 * The part of a picture that the input of a graph shows, which maps pixels of the input back to the picture. Coordinates
 * are continuous: 0 is the outer edge of the first pixel, {@code width} that of the last.
 *
 * @param width columns of the input
 * @param height rows of the input
 * @param left edge of the part, in ratios of the picture's width; negative where a border was added
 * @param top edge of the part, in ratios of the picture's height; negative where a border was added
 * @param right edge of the part; above 1 where a border was added
 * @param bottom edge of the part; above 1 where a border was added
 * @param pictureWidth columns of the picture
 * @param pictureHeight rows of the picture
 */
public record Frame(
        int width,
        int height,
        double left,
        double top,
        double right,
        double bottom,
        int pictureWidth,
        int pictureHeight) {
    /** The whole picture, stretched to the input. */
    public static Frame whole(int width, int height, int pictureWidth, int pictureHeight) {
        return new Frame(width, height, 0, 0, 1, 1, pictureWidth, pictureHeight);
    }

    /** Column of the input to ratio of the picture's width; may leave 0–1. */
    public double ratioX(double x) {
        return left + x / width * (right - left);
    }

    /** Row of the input to ratio of the picture's height; may leave 0–1. */
    public double ratioY(double y) {
        return top + y / height * (bottom - top);
    }

    /** A point of the input, in pixels, as ratios of the picture; may lie outside. */
    public Point point(double x, double y) {
        return new Point((float) ratioX(x), (float) ratioY(y));
    }

    /** A box of the input, in pixels, as ratios of the picture; may leave it. Corners in any order. */
    public BoundingBox box(double x1, double y1, double x2, double y2) {
        return box(ratioX(x1), ratioY(y1), ratioX(x2), ratioY(y2), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A box of the input, in pixels, as ratios of the picture; what is outside the picture is cut off. */
    public BoundingBox clippedBox(double x1, double y1, double x2, double y2) {
        return box(ratioX(x1), ratioY(y1), ratioX(x2), ratioY(y2), 0, 1);
    }

    private static BoundingBox box(double x1, double y1, double x2, double y2, double least, double most) {
        double left = clamp(Math.min(x1, x2), least, most);
        double top = clamp(Math.min(y1, y2), least, most);
        double right = clamp(Math.max(x1, x2), least, most);
        double bottom = clamp(Math.max(y1, y2), least, most);
        return new BoundingBox((float) left, (float) top, (float) (right - left), (float) (bottom - top));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
