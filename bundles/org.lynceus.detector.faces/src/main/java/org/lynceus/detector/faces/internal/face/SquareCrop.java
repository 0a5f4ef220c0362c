package org.lynceus.detector.faces.internal.face;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A square, possibly turned, part of a picture.
 *
 * @param picture BGR matrix, not owned
 * @param centreX centre in pixels
 * @param centreY centre in pixels
 * @param side side in pixels
 * @param angle by which the square is turned clockwise in the picture, in radians
 */
public record SquareCrop(Mat picture, double centreX, double centreY, double side, double angle) {
    /**
     * Cuts the square out, turned upright, black outside the picture.
     *
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases
     */
    public Mat cut(int size) {
        Mat map = map(size);
        Mat crop = new Mat();
        try {
            Imgproc.warpAffine(
                    picture,
                    crop,
                    map,
                    new Size(size, size),
                    Imgproc.INTER_LINEAR,
                    org.opencv.core.Core.BORDER_CONSTANT,
                    Scalar.all(0));
            return crop;
        } finally {
            map.release();
        }
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

    private Mat map(int size) {
        double scale = size / side;
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        Mat map = new Mat(2, 3, CvType.CV_64FC1);
        map.put(
                0,
                0,
                cos,
                sin,
                size / 2.0 - cos * centreX - sin * centreY,
                -sin,
                cos,
                size / 2.0 + sin * centreX - cos * centreY);
        return map;
    }
}
