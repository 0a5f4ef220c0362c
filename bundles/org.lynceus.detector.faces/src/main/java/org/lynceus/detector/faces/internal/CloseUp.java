package org.lynceus.detector.faces.internal;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Puts a picture at half the size into the middle of a black canvas, so that a face that fills it can be found.
 *
 * @param width of the canvas in pixels
 * @param height of the canvas in pixels
 */
record CloseUp(int width, int height) {
    /** Makes the canvas; the caller releases it. */
    Mat shrink(Mat picture) {
        Mat canvas = new Mat(height, width, CvType.CV_8UC3, Scalar.all(0));
        Mat middle = canvas.submat(new Rect(width / 4, height / 4, width / 2, height / 2));
        try {
            Imgproc.resize(picture, middle, middle.size());
            return canvas;
        } finally {
            middle.release();
        }
    }

    /** Carries a candidate found on the canvas back to the picture. */
    Candidate enlarge(Candidate found, Mat picture) {
        double scaleX = 2.0 * picture.width() / width;
        double scaleY = 2.0 * picture.height() / height;
        Box box = found.box();
        return new Candidate(
                new Box(
                        (box.x1() - width / 4.0) * scaleX,
                        (box.y1() - height / 4.0) * scaleY,
                        (box.x2() - width / 4.0) * scaleX,
                        (box.y2() - height / 4.0) * scaleY),
                found.score());
    }
}
