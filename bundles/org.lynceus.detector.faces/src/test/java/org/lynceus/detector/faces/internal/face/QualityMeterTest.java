package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.face.FaceQuality;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class QualityMeterTest {
    private static final int SIDE = 200;

    static {
        OpenCv.load();
    }

    private final Mat drawing = new Mat(SIDE, SIDE, CvType.CV_8UC3, Scalar.all(150));

    @BeforeEach
    void draw() {
        for (int x : new int[] {70, 130}) {
            Imgproc.circle(drawing, new Point(x, 80), 14, Scalar.all(240), -1);
            Imgproc.circle(drawing, new Point(x, 80), 7, Scalar.all(20), -1);
            Imgproc.line(drawing, new Point(x - 18, 58), new Point(x + 18, 56), Scalar.all(60), 4);
        }
        Imgproc.line(drawing, new Point(100, 85), new Point(94, 118), Scalar.all(110), 3);
        Imgproc.ellipse(drawing, new Point(100, 145), new Size(26, 8), 0, 0, 360, Scalar.all(90), -1);
        Imgproc.GaussianBlur(drawing, drawing, new Size(0, 0), 1.5);
    }

    @Test
    void theMoreBlurTheLessSharp() {
        double sharpest = measure(drawing).sharpness();
        double soft = measure(blurred(3)).sharpness();
        double blurred = measure(blurred(5)).sharpness();
        double gone = measure(blurred(10)).sharpness();

        assertThat(sharpest).isGreaterThan(80);
        assertThat(soft).isBetween(blurred + 2, sharpest - 2);
        assertThat(blurred).isGreaterThan(gone + 5);
        assertThat(gone).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void motionAlongOneAxisIsBlurToo(boolean across) {
        Mat moved = new Mat();
        Imgproc.blur(drawing, moved, across ? new Size(35, 1) : new Size(1, 35));

        assertThat(measure(moved).sharpness()).isLessThan(measure(drawing).sharpness() - 10);
    }

    @Test
    void noiseOnABlurredFaceIsNoSharpness() {
        Mat noisy = new Mat();
        Mat noise = new Mat(SIDE, SIDE, CvType.CV_16SC3);
        Core.setRNGSeed(1);
        Core.randn(noise, 0, 5);
        blurred(8).convertTo(noisy, CvType.CV_16SC3);
        Core.add(noisy, noise, noisy);
        noisy.convertTo(noisy, CvType.CV_8UC3);

        assertThat(measure(noisy).sharpness()).isLessThan(measure(drawing).sharpness() / 2);
    }

    @Test
    void aFaceOfFewPixelsIsLessSharp() {
        Mat tiny = new Mat();
        Imgproc.resize(drawing, tiny, new Size(SIDE / 10.0, SIDE / 10.0), 0, 0, Imgproc.INTER_AREA);

        assertThat(QualityMeter.measure(face(SIDE / 10.0), tiny).sharpness())
                .isLessThan(measure(drawing).sharpness() - 25);
    }

    @Test
    void halfTheContrastIsAsSharp() {
        Mat pale = new Mat();
        drawing.convertTo(pale, -1, 0.5, 60);

        assertThat(measure(pale).sharpness()).isCloseTo(measure(drawing).sharpness(), within(5f));
    }

    @Test
    void aFlatFaceIsNeitherSharpNorFails() {
        FaceQuality white = measure(new Mat(SIDE, SIDE, CvType.CV_8UC3, Scalar.all(255)));
        FaceQuality black = measure(new Mat(SIDE, SIDE, CvType.CV_8UC3, Scalar.all(0)));

        assertThat(white).isEqualTo(new FaceQuality(100, 0));
        assertThat(black).isEqualTo(new FaceQuality(0, 0));
    }

    @Test
    void lessLightIsLessBright() {
        assertThat(measure(exposed(0.6)).brightness())
                .isBetween(
                        measure(exposed(0.3)).brightness() + 5, measure(drawing).brightness() - 5);
    }

    @Test
    void whatIsBehindTheFaceDoesNotCount() {
        FaceQuality alone = measure(drawing);
        for (int i = 0; i < SIDE; i += 6) {
            Imgproc.line(drawing, new Point(i, 0), new Point(i, 14), Scalar.all(i % 12 * 20), 2);
            Imgproc.line(drawing, new Point(0, i), new Point(30, i), Scalar.all(i % 12 * 20), 2);
        }

        FaceQuality before = measure(drawing);

        assertThat(before.brightness()).isCloseTo(alone.brightness(), within(0.1f));
        assertThat(before.sharpness()).isCloseTo(alone.sharpness(), within(1f));
    }

    @Test
    void whatLiesOutsideThePictureDoesNotCount() {
        Mat bright = new Mat(SIDE, SIDE, CvType.CV_8UC3, Scalar.all(200));
        float whole = measure(bright).brightness();

        Mat cut = bright.submat(0, SIDE, 0, SIDE / 2);

        assertThat(measure(cut).brightness()).isCloseTo(whole, within(1f));
    }

    private Mat blurred(double deviation) {
        Mat blurred = new Mat();
        Imgproc.GaussianBlur(drawing, blurred, new Size(0, 0), deviation);
        return blurred;
    }

    private Mat exposed(double factor) {
        Mat darker = new Mat();
        Core.multiply(drawing, Scalar.all(factor), darker);
        return darker;
    }

    private static FaceQuality measure(Mat picture) {
        return QualityMeter.measure(face(SIDE), picture);
    }

    /** An upright face without a mesh that fills a square. */
    private static FoundFace face(double side) {
        List<Point> keypoints = List.of(
                new Point(0.35 * side, 0.4 * side),
                new Point(0.65 * side, 0.4 * side),
                new Point(0.5 * side, 0.6 * side),
                new Point(0.5 * side, 0.72 * side),
                new Point(0.15 * side, 0.45 * side),
                new Point(0.85 * side, 0.45 * side));
        return new FoundFace(
                new Candidate(new Box(0, 0, side, side), 1),
                new Verification(1, keypoints),
                new Mesh(new double[2 * 468], 0));
    }
}
