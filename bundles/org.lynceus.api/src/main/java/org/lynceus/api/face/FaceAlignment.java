package org.lynceus.api.face;

import java.util.List;
import java.util.Objects;

/**
 * The five points by which an encoder turns and scales a face to its template; "left" is the left side of the picture.
 *
 * @param eyeLeft centre of the left eye
 * @param eyeRight centre of the right eye
 * @param nose tip of the nose
 * @param mouthLeft left corner of the mouth
 * @param mouthRight right corner of the mouth
 */
public record FaceAlignment(Point eyeLeft, Point eyeRight, Point nose, Point mouthLeft, Point mouthRight) {
    /** Checks that nothing is absent. */
    public FaceAlignment {
        Objects.requireNonNull(eyeLeft, "eyeLeft");
        Objects.requireNonNull(eyeRight, "eyeRight");
        Objects.requireNonNull(nose, "nose");
        Objects.requireNonNull(mouthLeft, "mouthLeft");
        Objects.requireNonNull(mouthRight, "mouthRight");
    }

    /** The points in the order of the components. */
    public List<Point> points() {
        return List.of(eyeLeft, eyeRight, nose, mouthLeft, mouthRight);
    }
}
