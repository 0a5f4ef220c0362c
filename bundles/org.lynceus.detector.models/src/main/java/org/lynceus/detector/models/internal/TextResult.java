package org.lynceus.detector.models.internal;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.role.TextRegion;

/**
 * Where text is in a picture.
 *
 * @param model that found it
 * @param text lines from top to bottom
 */
public record TextResult(ModelName model, List<Line> text) {
    /** Copies the list. */
    public TextResult {
        Objects.requireNonNull(model, "model");
        text = List.copyOf(text);
    }

    /**
     * Where a line of text is.
     *
     * @param confidence 0–100
     * @param box the smallest upright one around it, in ratios of the picture
     * @param corners four, in ratios of the picture: as the text is read, top left, top right, bottom right, bottom left
     */
    public record Line(float confidence, BoundingBox box, List<Point> corners) {
        /** Copies the corners. */
        public Line {
            Objects.requireNonNull(box, "box");
            corners = List.copyOf(corners);
        }

        static Line of(TextRegion region) {
            List<Float> x = region.corners().stream().map(Point::x).sorted().toList();
            List<Float> y = region.corners().stream().map(Point::y).sorted().toList();
            int last = x.size() - 1;
            BoundingBox box = new BoundingBox(x.get(0), y.get(0), x.get(last) - x.get(0), y.get(last) - y.get(0));
            return new Line(region.confidence(), box, region.corners());
        }
    }
}
