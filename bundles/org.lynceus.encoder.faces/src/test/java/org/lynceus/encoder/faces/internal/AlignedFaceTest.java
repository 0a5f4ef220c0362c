package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class AlignedFaceTest {
    private static final int SIDE = 112;

    private final AlignmentTemplate template =
            new AlignmentTemplate(SIDE, new double[][] {{38, 52}, {74, 52}, {56, 72}, {42, 92}, {70, 92}});
    private final FaceAlignment filling = template.alignment();
    private Mat picture;

    static {
        OpenCv.load();
    }

    /** Soft waves, which every resampling keeps. */
    @BeforeEach
    void paint() {
        picture = new Mat(SIDE, SIDE, CvType.CV_8UC3);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double wave = 120 + 60 * Math.sin(x / 9.0) + 60 * Math.cos(y / 7.0);
                picture.put(y, x, wave, 255 - wave, wave / 2);
            }
        }
    }

    @AfterEach
    void release() {
        picture.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 12})
    void aFaceIsCutOutAtTheSamePlaceHoweverLargeThePictureIs(int times) {
        Mat large = new Mat();
        Imgproc.resize(picture, large, new Size(SIDE * times, SIDE * times), 0, 0, Imgproc.INTER_LINEAR);

        Mat expected = new AlignedFace(picture, filling, false).cut(template, SIDE);
        Mat crop = new AlignedFace(large, filling, false).cut(template, SIDE);

        assertThat(crop.size()).isEqualTo(new Size(SIDE, SIDE));
        // The outermost pixels mix with what is outside the picture.
        assertThat(Core.norm(inner(crop), inner(expected), Core.NORM_INF)).isLessThanOrEqualTo(2);
        expected.release();
        crop.release();
        large.release();
    }

    @Test
    void grainOfALargePictureIsAveragedAway() {
        Mat grain = new Mat(SIDE * 6, SIDE * 6, CvType.CV_8UC3);
        Core.setRNGSeed(1);
        Core.randn(grain, 128, 30);

        Mat crop = new AlignedFace(grain, filling, false).cut(template, SIDE);

        assertThat(deviation(inner(crop))).isBetween(4.0, 6.0);
        crop.release();
        grain.release();
    }

    @Test
    void aMirroredCutIsTheMirrorImage() {
        Mat crop = new AlignedFace(picture, filling, false).cut(template, SIDE);
        Mat mirrored = new AlignedFace(picture, filling, true).cut(template, SIDE);
        Core.flip(mirrored, mirrored, 1);

        assertThat(Core.norm(crop, mirrored, Core.NORM_INF)).isZero();
        crop.release();
        mirrored.release();
    }

    private static Mat inner(Mat picture) {
        return picture.submat(2, SIDE - 2, 2, SIDE - 2);
    }

    private static double deviation(Mat picture) {
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        Core.meanStdDev(picture, mean, deviation);
        return new Scalar(deviation.toArray()).val[0];
    }
}
