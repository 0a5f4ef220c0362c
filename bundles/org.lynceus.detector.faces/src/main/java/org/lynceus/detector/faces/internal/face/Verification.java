package org.lynceus.detector.faces.internal.face;

import java.util.List;
import org.opencv.core.Point;

/**
 * What the second detector says of a candidate.
 *
 * @param score 0–1 that there is a face in the middle of the crop; 0 when there is none
 * @param keypoints eye left, eye right, nose tip, mouth, ear left, ear right in pixels of the picture ("left" is the left
 *     side of the picture); empty when the score is 0
 */
public record Verification(double score, List<Point> keypoints) {
    public static final Verification NONE = new Verification(0, List.of());

    public Verification {
        keypoints = List.copyOf(keypoints);
    }

    public Point eyeLeft() {
        return keypoints.get(0);
    }

    public Point eyeRight() {
        return keypoints.get(1);
    }

    public Point nose() {
        return keypoints.get(2);
    }

    public Point mouth() {
        return keypoints.get(3);
    }

    /** Angle of the line from the left to the right eye, clockwise in the picture, in radians. */
    public double eyeAngle() {
        return Math.atan2(eyeRight().y - eyeLeft().y, eyeRight().x - eyeLeft().x);
    }

    /**
     * Angle by which the line from the eyes to the mouth is turned clockwise from pointing down, in radians −π–π; a
     * profile, whose eyes nearly coincide, shows it too.
     */
    public double downAngle() {
        double dx = mouth().x - (eyeLeft().x + eyeRight().x) / 2;
        double dy = mouth().y - (eyeLeft().y + eyeRight().y) / 2;
        return Math.atan2(-dx, dy);
    }
}
