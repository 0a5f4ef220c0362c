package org.lynceus.detector.faces.internal.face;

import org.opencv.core.Mat;

/**
 * An axis-parallel box in pixels.
 *
 * @param x1 left edge
 * @param y1 top edge
 * @param x2 right edge
 * @param y2 bottom edge
 */
public record Box(double x1, double y1, double x2, double y2) {
    /** Side of the crop for verification in long sides of the box. */
    private static final double VERIFICATION_MARGIN = 2.5;

    /** Side of the crop for the first mesh pass in long sides of the box. */
    private static final double MESH_MARGIN = 1.5;

    public double width() {
        return x2 - x1;
    }

    public double height() {
        return y2 - y1;
    }

    public double centreX() {
        return (x1 + x2) / 2;
    }

    public double centreY() {
        return (y1 + y2) / 2;
    }

    public double longSide() {
        return Math.max(width(), height());
    }

    public double area() {
        return Math.max(0, width()) * Math.max(0, height());
    }

    /** Intersection over union, 0–1. */
    public double iou(Box other) {
        double w = Math.min(x2, other.x2) - Math.max(x1, other.x1);
        double h = Math.min(y2, other.y2) - Math.max(y1, other.y1);
        if (w <= 0 || h <= 0) {
            return 0;
        }
        double intersection = w * h;
        return intersection / (area() + other.area() - intersection);
    }

    /** The crop that the verifying detector is asked on, turned clockwise by an angle in radians. */
    public SquareCrop forVerification(Mat picture, double angle) {
        return crop(picture, VERIFICATION_MARGIN, angle);
    }

    /** The crop of the first mesh pass, turned clockwise by an angle in radians. */
    public SquareCrop forMesh(Mat picture, double angle) {
        return crop(picture, MESH_MARGIN, angle);
    }

    private SquareCrop crop(Mat picture, double margin, double angle) {
        return new SquareCrop(picture, centreX(), centreY(), margin * longSide(), angle);
    }
}
