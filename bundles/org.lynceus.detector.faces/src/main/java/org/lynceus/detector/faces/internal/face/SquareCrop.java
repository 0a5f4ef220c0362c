package org.lynceus.detector.faces.internal.face;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A square, possibly turned, part of a picture.
 *
 * <p>Coordinates, here and of all boxes and points of faces, count from the edge of the first pixel, as ratios of the
 * picture do: its centre lies at 0.5. So a point keeps its ratio when the picture is scaled.
 *
 * @param picture BGR matrix, not owned
 * @param centreX centre in pixels
 * @param centreY centre in pixels
 * @param side side in pixels
 * @param angle by which the square is turned clockwise in the picture, in radians
 */
public record SquareCrop(Mat picture, double centreX, double centreY, double side, double angle) {
    /** Where the centre of the first pixel lies. */
    private static final double PIXEL_CENTRE = 0.5;

    /**
     * Cuts the square out, turned upright, black outside the picture.
     *
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases
     */
    public Mat cut(int size) {
        return cut(size, Core.BORDER_CONSTANT);
    }

    /**
     * Cuts the square out, turned upright, the picture's edge continued outside it.
     *
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases
     */
    public Mat cutContinued(int size) {
        return cut(size, Core.BORDER_REPLICATE);
    }

    /** Carries a point of the cut-out square of some size back to the picture. */
    public Point toPicture(double x, double y, int size) {
        double scale = side / size;
        double dx = (x - size / 2.0) * scale;
        double dy = (y - size / 2.0) * scale;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(centreX + dx * cos - dy * sin, centreY + dx * sin + dy * cos);
    }

    /** Carries a point of the picture to the cut-out square of some size. */
    public Point fromPicture(Point point, int size) {
        double scale = size / side;
        double dx = (point.x - centreX) * scale;
        double dy = (point.y - centreY) * scale;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(size / 2.0 + dx * cos + dy * sin, size / 2.0 - dx * sin + dy * cos);
    }

    private Mat cut(int size, int border) {
        Mat map = map(size);
        Mat crop = new Mat();
        try {
            Imgproc.warpAffine(picture, crop, map, new Size(size, size), Imgproc.INTER_LINEAR, border, Scalar.all(0));
            return crop;
        } finally {
            map.release();
        }
    }

    /** The affine map from columns and rows of the picture to those of the crop, which OpenCV counts from pixel centres. */
    private Mat map(int size) {
        double scale = size / side;
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        double x = centreX - PIXEL_CENTRE;
        double y = centreY - PIXEL_CENTRE;
        double middle = size / 2.0 - PIXEL_CENTRE;
        Mat map = new Mat(2, 3, CvType.CV_64FC1);
        map.put(0, 0, cos, sin, middle - cos * x - sin * y, -sin, cos, middle + sin * x - cos * y);
        return map;
    }
}
