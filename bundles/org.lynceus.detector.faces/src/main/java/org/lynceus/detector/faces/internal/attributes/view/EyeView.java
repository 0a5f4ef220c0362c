package org.lynceus.detector.faces.internal.attributes.view;

import java.util.Objects;
import java.util.OptionalDouble;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * One eye of a face. "Left" and "right" are sides of the upright face in the picture.
 *
 * @param picture BGR matrix, not owned
 * @param onLeftSide whether it is the left one
 * @param centre middle between its corners, in pixels
 * @param cornerDistance distance of its corners in pixels, above 0
 * @param angle by which the face is turned clockwise, in radians
 * @param opening distance of the lids in distances of the corners, as in the picture; empty when the lids are not known
 */
public record EyeView(
        Mat picture, boolean onLeftSide, Point centre, double cornerDistance, double angle, OptionalDouble opening) {
    /** Checks that nothing is absent. */
    public EyeView {
        Objects.requireNonNull(picture, "picture");
        Objects.requireNonNull(centre, "centre");
        Objects.requireNonNull(opening, "opening");
    }

    /** The upright square around it, as many corner distances wide. */
    public SquareCrop crop(double scale) {
        return new SquareCrop(picture, centre.x, centre.y, scale * cornerDistance, angle);
    }

    /** Where a point lies from the middle, along the face's own axes (right, down), in distances of the corners. */
    public Point offset(Point point) {
        double dx = (point.x - centre.x) / cornerDistance;
        double dy = (point.y - centre.y) / cornerDistance;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(dx * cos + dy * sin, -dx * sin + dy * cos);
    }
}
