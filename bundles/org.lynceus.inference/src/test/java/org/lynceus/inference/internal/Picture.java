package org.lynceus.inference.internal;

import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A drawing for tests, black at first. Colours are 0xRRGGBB. */
public final class Picture implements AutoCloseable {
    private final Mat mat;

    static {
        OpenCv.load();
    }

    /** Creates a black picture. */
    public Picture(int width, int height) {
        mat = new Mat(height, width, CvType.CV_8UC3, new Scalar(0, 0, 0));
    }

    /** Fills a rectangle. */
    public Picture fill(int x, int y, int width, int height, int color) {
        Mat part = mat.submat(new Rect(x, y, width, height));
        part.setTo(bgr(color));
        part.release();
        return this;
    }

    /** Fills the whole picture. */
    public Picture fill(int color) {
        return fill(0, 0, mat.width(), mat.height(), color);
    }

    /** Fills a rectangle around a point, turned clockwise. */
    public Picture turned(double x, double y, double width, double height, double degrees, int color) {
        Point[] corners = new Point[4];
        new RotatedRect(new Point(x, y), new Size(width, height), degrees).points(corners);
        Imgproc.fillPoly(mat, List.of(new MatOfPoint(corners)), bgr(color));
        return this;
    }

    /** A copy of the pixels, which the caller closes. */
    public Pixels pixels() {
        return PixelMats.copy(mat);
    }

    @Override
    public void close() {
        mat.release();
    }

    private static Scalar bgr(int color) {
        return new Scalar(color & 0xff, color >> 8 & 0xff, color >> 16 & 0xff);
    }
}
