package org.lynceus.encoder.faces.internal;

import java.util.Arrays;
import org.lynceus.api.face.FaceAlignment;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A face to be turned and scaled so that its five points lie on a template. A face of twice the crop's size and more is cut
 * out larger and reduced by averaging, so that grain and texture of large photographs do not turn into noise.
 *
 * @param picture BGR matrix, not owned
 * @param alignment the points, ratios of the picture
 * @param mirrored whether the aligned face is mirrored left to right
 */
record AlignedFace(Mat picture, FaceAlignment alignment, boolean mirrored) {
    private static final double HALF_PIXEL = 0.5;

    /** A face that is larger than this many crops is thinned out instead of averaged; beyond it nothing is gained. */
    private static final int MAX_STEP = 8;

    /**
     * Cuts the face out.
     *
     * @param template where its points shall lie
     * @param size wanted side in pixels
     * @return a new matrix that the caller releases, black outside the picture
     */
    Mat cut(AlignmentTemplate template, int size) {
        double[][] points = points();
        double scale = SimilarityTransform.fit(points, template.scaledTo(size)).scale();
        int step = (int) Math.max(1, Math.min(MAX_STEP, Math.floor(1 / scale)));
        Mat crop = step == 1
                ? warped(points, template.scaledTo(size), size)
                : averaged(warped(points, moved(template.scaledTo(size * step), (step - 1) / 2.0), size * step), size);
        if (mirrored) {
            Core.flip(crop, crop, 1);
        }
        return crop;
    }

    private Mat warped(double[][] points, double[][] goals, int size) {
        Mat map = new Mat(2, 3, CvType.CV_64FC1);
        try {
            map.put(0, 0, SimilarityTransform.fit(points, goals).matrix());
            Mat crop = new Mat();
            Imgproc.warpAffine(
                    picture,
                    crop,
                    map,
                    new Size(size, size),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_CONSTANT,
                    Scalar.all(0));
            return crop;
        } finally {
            map.release();
        }
    }

    /** A smaller picture whose pixels are the means of squares; takes the larger one over. */
    private static Mat averaged(Mat large, int size) {
        try {
            Mat small = new Mat();
            Imgproc.resize(large, small, new Size(size, size), 0, 0, Imgproc.INTER_AREA);
            return small;
        } finally {
            large.release();
        }
    }

    /** Points moved down and right: the middle of a square of pixels is not the middle of its first pixel. */
    private static double[][] moved(double[][] points, double distance) {
        return Arrays.stream(points)
                .map(point -> new double[] {point[0] + distance, point[1] + distance})
                .toArray(double[][]::new);
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
