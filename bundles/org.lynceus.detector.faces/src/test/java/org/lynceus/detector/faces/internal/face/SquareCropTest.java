package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lynceus.opencv.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class SquareCropTest {
    static {
        OpenCv.load();
    }

    @Test
    void pointsComeBackToWhereTheyWereCutFrom() {
        Mat picture = new Mat(200, 300, CvType.CV_8UC3, Scalar.all(0));
        Imgproc.circle(picture, new Point(170, 90), 3, Scalar.all(255), -1);

        Mat crop = new SquareCrop(picture, 150, 100, 80, Math.toRadians(35)).cut(160);
        org.opencv.core.Core.MinMaxLocResult brightest = brightest(crop);
        Point back = new SquareCrop(picture, 150, 100, 80, Math.toRadians(35))
                .toPicture(brightest.maxLoc.x, brightest.maxLoc.y, 160);

        assertThat(back.x).isCloseTo(170, within(1.5));
        assertThat(back.y).isCloseTo(90, within(1.5));
    }

    @Test
    void outsideThePictureIsBlack() {
        Mat picture = new Mat(50, 50, CvType.CV_8UC3, Scalar.all(200));

        Mat crop = new SquareCrop(picture, 0, 0, 40, 0).cut(40);

        assertThat(crop.get(5, 5)[0]).isZero();
        assertThat(crop.get(35, 35)[0]).isEqualTo(200);
    }

    @Test
    void aLeaningHeadIsTurnedUpright() {
        Mat picture = new Mat(200, 200, CvType.CV_8UC3, Scalar.all(0));
        double lean = Math.toRadians(30);
        Imgproc.circle(
                picture, new Point(100 + 50 * Math.cos(lean), 100 + 50 * Math.sin(lean)), 4, Scalar.all(255), -1);

        Point found = brightest(new SquareCrop(picture, 100, 100, 200, lean).cut(200)).maxLoc;

        assertThat(found.x).isCloseTo(150, within(6.0));
        assertThat(found.y).isCloseTo(100, within(6.0));
    }

    @Test
    void coordinatesCountFromTheEdgeOfTheFirstPixel() {
        Mat ramp = new Mat(8, 8, CvType.CV_8UC3);
        for (int x = 0; x < 8; x++) {
            ramp.col(x).setTo(Scalar.all(20 * x));
        }

        Mat whole = new SquareCrop(ramp, 4, 4, 8, 0).cut(8);
        Mat half = new SquareCrop(ramp, 4, 4, 8, 0).cut(4);

        assertThat(whole.get(3, 5)[0]).isEqualTo(100);
        assertThat(half.get(1, 0)[0]).isEqualTo(10);
        assertThat(half.get(1, 3)[0]).isEqualTo(130);
    }

    @Test
    void pointsGoThereAndBack() {
        Mat picture = new Mat(50, 50, CvType.CV_8UC3, Scalar.all(0));
        SquareCrop crop = new SquareCrop(picture, 21, 33, 17, 0.7);

        Point there = crop.fromPicture(new Point(12, 40), 96);
        Point back = crop.toPicture(there.x, there.y, 96);

        assertThat(back.x).isCloseTo(12, within(1e-9));
        assertThat(back.y).isCloseTo(40, within(1e-9));
        assertThat(crop.fromPicture(new Point(21, 33), 96)).isEqualTo(new Point(48, 48));
    }

    private static org.opencv.core.Core.MinMaxLocResult brightest(Mat crop) {
        Mat grey = new Mat();
        Imgproc.cvtColor(crop, grey, Imgproc.COLOR_BGR2GRAY);
        Imgproc.GaussianBlur(grey, grey, new org.opencv.core.Size(9, 9), 0);
        return org.opencv.core.Core.minMaxLoc(grey);
    }
}
