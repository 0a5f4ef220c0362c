package org.lynceus.detector.faces.internal.attributes.view;

import java.util.Objects;
import org.opencv.core.Point;

/**
 * Where the parts of an eye are, in pixels of the picture.
 *
 * @param pupil middle of the pupil
 * @param opening mean of the points along the lids, from corner to corner
 */
public record IrisView(Point pupil, Point opening) {
    /** Checks that nothing is absent. */
    public IrisView {
        Objects.requireNonNull(pupil, "pupil");
        Objects.requireNonNull(opening, "opening");
    }
}
