package org.lynceus.api;

/**
 * An axis-parallel box in ratios of the upright image's width and height. May leave the image: {@code left} may be
 * negative and {@code left + width} above 1.
 *
 * @param left left edge
 * @param top top edge
 * @param width extent to the right, at least 0
 * @param height extent downwards, at least 0
 */
public record BoundingBox(float left, float top, float width, float height) {
    /** Checks that the numbers are finite and the extents not negative. */
    public BoundingBox {
        if (!Float.isFinite(left) || !Float.isFinite(top) || !(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException("box " + left + " " + top + " " + width + " " + height);
        }
    }

    /** Right edge. */
    public float right() {
        return left + width;
    }

    /** Bottom edge. */
    public float bottom() {
        return top + height;
    }

    /** Area as a share of the image's area, parts outside included. */
    public float area() {
        return width * height;
    }

    /** Intersection over union with another box, 0–1. */
    public float iou(BoundingBox other) {
        float w = Math.min(right(), other.right()) - Math.max(left, other.left);
        float h = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        float intersection = w * h;
        return intersection / (area() + other.area() - intersection);
    }
}
