package org.lynceus.encoder.faces.internal;

import org.lynceus.api.face.FaceAlignment;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A face to be turned and scaled so that its five points lie on a template.
 *
 * @param picture BGR matrix, not owned
 * @param alignment the points, ratios of the picture
 * @param mirrored whether the aligned face is mirrored left to right
 */
record AlignedFace(Mat picture, FaceAlignment alignment, boolean mirrored) {
    private static final double HALF_PIXEL = 0.5;

    /**
     * Cuts the face out.
     *
     * @param template where its points shall lie
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases, black outside the picture
     */
    Mat cut(AlignmentTemplate template, int size) {
        Mat map = new Mat(2, 3, CvType.CV_64FC1);
        Mat crop = new Mat();
        try {
            map.put(
                    0,
                    0,
                    SimilarityTransform.fit(points(), template.scaledTo(size)).matrix());
            Imgproc.warpAffine(
                    picture,
                    crop,
                    map,
                    new Size(size, size),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_CONSTANT,
                    Scalar.all(0));
            if (mirrored) {
                Core.flip(crop, crop, 1);
            }
            return crop;
        } finally {
            map.release();
        }
    }

    /** The points counted from the middle of the first pixel, as OpenCV warps; ratios count from its edge. */
    private double[][] points() {
        return alignment.points().stream()
                .map(point -> new double[] {
                    point.x() * picture.width() - HALF_PIXEL, point.y() * picture.height() - HALF_PIXEL
                })
                .toArray(double[][]::new);
    }
}
