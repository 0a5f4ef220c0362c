package org.lynceus.detector.faces.internal.face;

import org.lynceus.api.face.FaceQuality;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Measures how well a face can be seen, on its upright grey picture (luma of ITU-R BT.601) of {@value #SIZE} pixels, inside
 * the outline of its mesh, so that neither background nor what lies outside the picture counts. Thread-safe.
 *
 * <p>Brightness is {@code 100 · √m} where m is the mean luma as a share of white. The root follows the eye, which sees
 * half the luma as more than half as bright; it puts well lit portraits at 70 to 85, as the service does.
 *
 * <p>Sharpness is {@code 100 · d^p / (d^p + h^p)}. The detail d is the harmonic mean of the variances of the second
 * derivatives along both axes, after a Gaussian of one pixel that takes noise away, divided by the variance of the luma,
 * so that contrast does not count. It is the relative variance of the Laplacian (Pech-Pacheco et al., 2000), but as the
 * harmonic mean follows the smaller of both, motion along one axis counts as blur too. The scale being that of the face,
 * a face of few pixels has little detail. h and p are fitted to official portraits of 120 to 170 pixels and blurred
 * copies of them: sharp ones get 80 to 98, a Gaussian of 2 % of the face leaves about 40, one of 3 % less than 20.
 */
public final class QualityMeter {
    private static final int SIZE = 96;

    /** Standard deviation, in pixels, of the Gaussian that takes noise away. */
    private static final double NOISE = 1;

    /** Detail of a face that looks half sharp: h. */
    private static final double HALF_SHARP = 0.0028;

    /** How steeply sharpness follows detail: p. */
    private static final double STEEPNESS = 1.5;

    /** Luma variance of a flat picture, below which noise would pass for detail. */
    private static final double FLAT = 25;

    /** Pixels along the outline that are left out, since derivatives there see the background. */
    private static final int MARGIN = 2;

    /** Large faces are cut at up to so many times the size and then averaged. */
    private static final int MOST_AVERAGED = 6;

    private static final double WHITE = 255;

    private QualityMeter() {}

    /**
     * Measures a face.
     *
     * @param picture BGR matrix that it was found in
     */
    public static FaceQuality measure(FoundFace face, Mat picture) {
        SquareCrop square = face.tight(picture);
        Mat grey = grey(square);
        Mat mask = FaceRegion.mask(face, square, SIZE, MARGIN);
        try {
            if (Core.countNonZero(mask) == 0) {
                mask.setTo(Scalar.all(WHITE));
            }
            double brightness = 100 * Math.sqrt(moments(grey, mask)[0] / WHITE);
            return new FaceQuality((float) brightness, (float) (100 * sharpness(grey, mask)));
        } finally {
            grey.release();
            mask.release();
        }
    }

    private static double sharpness(Mat grey, Mat mask) {
        Mat smooth = new Mat();
        try {
            Imgproc.GaussianBlur(grey, smooth, new Size(0, 0), NOISE);
            double across = secondDerivative(smooth, mask, 2, 0);
            double down = secondDerivative(smooth, mask, 0, 2);
            double luma = moments(smooth, mask)[1];
            double detail = across + down == 0 ? 0 : 2 * across * down / (across + down) / (luma + FLAT);
            double steep = Math.pow(detail, STEEPNESS);
            return steep / (steep + Math.pow(HALF_SHARP, STEEPNESS));
        } finally {
            smooth.release();
        }
    }

    /** Variance of a derivative f(x − 1) − 2 f(x) + f(x + 1). */
    private static double secondDerivative(Mat smooth, Mat mask, int dx, int dy) {
        Mat derivative = new Mat();
        try {
            Imgproc.Sobel(smooth, derivative, CvType.CV_32F, dx, dy, 1);
            return moments(derivative, mask)[1];
        } finally {
            derivative.release();
        }
    }

    private static Mat grey(SquareCrop square) {
        int times = (int) Math.max(1, Math.min(MOST_AVERAGED, Math.round(square.side() / SIZE)));
        Mat crop = square.cut(times * SIZE);
        Mat grey = new Mat();
        try {
            if (times > 1) {
                Imgproc.resize(crop, crop, new Size(SIZE, SIZE), 0, 0, Imgproc.INTER_AREA);
            }
            Imgproc.cvtColor(crop, grey, Imgproc.COLOR_BGR2GRAY);
            grey.convertTo(grey, CvType.CV_32F);
            return grey;
        } finally {
            crop.release();
        }
    }

    /** Mean and variance. */
    private static double[] moments(Mat channel, Mat mask) {
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        try {
            Core.meanStdDev(channel, mean, deviation, mask);
            return new double[] {mean.get(0, 0)[0], Math.pow(deviation.get(0, 0)[0], 2)};
        } finally {
            mean.release();
            deviation.release();
        }
    }
}
