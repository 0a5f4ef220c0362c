package org.lynceus.model.api.role;

import java.util.List;
import org.lynceus.api.face.Point;

/**
 * Where a line of text is.
 *
 * @param confidence 0–100
 * @param corners four, in ratios of the picture: as the text is read, top left, top right, bottom right, bottom left
 */
public record TextRegion(float confidence, List<Point> corners) {
    private static final int CORNERS = 4;

    /** Copies the corners and counts them. */
    public TextRegion {
        corners = List.copyOf(corners);
        if (corners.size() != CORNERS) {
            throw new IllegalArgumentException("a text region has four corners, not " + corners);
        }
    }
}
