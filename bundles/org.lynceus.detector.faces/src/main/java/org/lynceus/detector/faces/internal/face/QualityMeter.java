package org.lynceus.detector.faces.internal.face;

import org.lynceus.api.face.FaceQuality;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;

/**
 * Measures how well a face can be seen, on its grey picture scaled to {@value #SIZE} pixels, so that small faces count as
 * less sharp.
 *
 * <p>Brightness is the mean luma (ITU-R BT.601) as a share of white. Sharpness is {@code 100 · v / (v + h)} where v is the
 * variance of the Laplacian (Pech-Pacheco et al., 2000) divided by the variance of the luma, so that contrast does not
 * count, and h the value at which a photo begins to look soft.
 */
public final class QualityMeter {
    private static final int SIZE = 96;

    /** Relative Laplacian variance of a face that looks half sharp. */
    private static final double HALF_SHARP = 0.02;

    /** Luma variance of a flat picture, below which noise would pass for detail. */
    private static final double FLAT = 25;

    private QualityMeter() {}

    /** Measures the square of the face. */
    public static FaceQuality measure(SquareCrop face) {
        Mat crop = face.cut(SIZE);
        Mat grey = new Mat();
        Mat laplacian = new Mat();
        try {
            Imgproc.cvtColor(crop, grey, Imgproc.COLOR_BGR2GRAY);
            double[] luma = meanAndDeviation(grey);
            Imgproc.Laplacian(grey, laplacian, CvType.CV_32F);
            double detail = Math.pow(meanAndDeviation(laplacian)[1], 2) / (Math.pow(luma[1], 2) + FLAT);
            return new FaceQuality((float) (luma[0] / 255 * 100), (float) (100 * detail / (detail + HALF_SHARP)));
        } finally {
            crop.release();
            grey.release();
            laplacian.release();
        }
    }

    private static double[] meanAndDeviation(Mat channel) {
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        try {
            Core.meanStdDev(channel, mean, deviation);
            return new double[] {mean.get(0, 0)[0], deviation.get(0, 0)[0]};
        } finally {
            mean.release();
            deviation.release();
        }
    }
}
