package org.lynceus.inference.internal.decode.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.face.Point;
import org.lynceus.inference.internal.decode.Frame;

/** Puts the corners of a rectangle in the order in which the text in it is read. */
final class Corners {
    private Corners() {}

    /**
     * Orders corners: of the two at the left the upper one is the top left one, of the two at the right the upper one is
     * the top right one.
     *
     * @param frame maps them back to the picture
     * @param corners four, in pixels of the input, in any order; are sorted
     * @return top left, top right, bottom right, bottom left, in ratios of the picture; those outside are moved to its
     *     edge
     */
    static List<Point> inOrder(Frame frame, org.opencv.core.Point... corners) {
        Arrays.sort(corners, Comparator.comparingDouble(corner -> corner.x));
        boolean leftTurned = corners[0].y > corners[1].y;
        boolean rightTurned = corners[2].y > corners[3].y;
        return List.of(
                point(frame, corners[leftTurned ? 1 : 0]),
                point(frame, corners[rightTurned ? 3 : 2]),
                point(frame, corners[rightTurned ? 2 : 3]),
                point(frame, corners[leftTurned ? 0 : 1]));
    }

    private static Point point(Frame frame, org.opencv.core.Point corner) {
        return new Point(ratio(frame.ratioX(corner.x)), ratio(frame.ratioY(corner.y)));
    }

    private static float ratio(double value) {
        return (float) Math.max(0, Math.min(1, value));
    }
}
