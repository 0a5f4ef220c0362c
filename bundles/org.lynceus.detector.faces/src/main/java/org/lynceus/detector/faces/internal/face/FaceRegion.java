package org.lynceus.detector.faces.internal.face;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Which pixels of the square around a face show the face, and not what is behind it or outside the picture. */
final class FaceRegion {
    /** The outline of the mesh, clockwise from the top of the forehead. */
    private static final int[] OUTLINE = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    /** Half axes of the ellipse that stands for a face without a mesh, in sides of the square. */
    private static final double HALF_WIDTH = 0.3;

    private static final double HALF_HEIGHT = 0.4;

    private static final double WHITE = 255;

    private FaceRegion() {}

    /**
     * Masks a face.
     *
     * @param size side of the mask in pixels
     * @param margin pixels to leave out along the edge of the region
     * @return 255 where the face is, otherwise 0; the caller releases it
     */
    static Mat mask(FoundFace face, SquareCrop square, int size, int margin) {
        Mat mask = Mat.zeros(size, size, CvType.CV_8UC1);
        if (face.mesh().trusted()) {
            Point[] outline = new Point[OUTLINE.length];
            for (int i = 0; i < outline.length; i++) {
                outline[i] = square.fromPicture(face.mesh().point(OUTLINE[i]), size);
            }
            fill(mask, outline);
        } else {
            Point centre = new Point(size / 2.0, size / 2.0);
            Imgproc.ellipse(
                    mask, centre, new Size(HALF_WIDTH * size, HALF_HEIGHT * size), 0, 0, 360, Scalar.all(WHITE), -1);
        }
        keepInside(mask, square, size);
        Mat kernel = Mat.ones(2 * margin + 1, 2 * margin + 1, CvType.CV_8UC1);
        try {
            Imgproc.erode(mask, mask, kernel);
            return mask;
        } finally {
            kernel.release();
        }
    }

    private static void keepInside(Mat mask, SquareCrop square, int size) {
        double width = square.picture().width();
        double height = square.picture().height();
        Mat inside = Mat.zeros(size, size, CvType.CV_8UC1);
        try {
            fill(
                    inside,
                    square.fromPicture(new Point(0, 0), size),
                    square.fromPicture(new Point(width, 0), size),
                    square.fromPicture(new Point(width, height), size),
                    square.fromPicture(new Point(0, height), size));
            Core.bitwise_and(mask, inside, mask);
        } finally {
            inside.release();
        }
    }

    private static void fill(Mat mask, Point... corners) {
        MatOfPoint polygon = new MatOfPoint(corners);
        try {
            Imgproc.fillPoly(mask, List.of(polygon), Scalar.all(WHITE));
        } finally {
            polygon.release();
        }
    }
}
