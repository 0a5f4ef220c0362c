package org.lynceus.detector.faces.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.Pixels;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.opencv.OpenCv;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;

class TurnTest {
    private static final int WIDTH = 50;
    private static final int HEIGHT = 30;

    static {
        OpenCv.load();
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void aPixelComesBackToWhereItWas(Orientation orientation) {
        Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(0));
        picture.put(7, 41, 255, 255, 255);

        Point found = Core.minMaxLoc(blue(Turn.turned(picture, orientation))).maxLoc;
        Point back = new Turn(orientation, WIDTH, HEIGHT).back(new Point(found.x + 0.5, found.y + 0.5));

        assertThat(back).isEqualTo(new Point(41.5, 7.5));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void aBoxComesBackWithItsEdges(Orientation orientation) {
        Mat picture = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(0));
        picture.submat(5, 15, 20, 45).setTo(Scalar.all(255));

        org.opencv.core.Rect seen = org.opencv.imgproc.Imgproc.boundingRect(blue(Turn.turned(picture, orientation)));
        Candidate back = new Turn(orientation, WIDTH, HEIGHT)
                .back(new Candidate(new Box(seen.x, seen.y, seen.x + seen.width, seen.y + seen.height), 0.9));

        assertThat(back).isEqualTo(new Candidate(new Box(20, 5, 45, 15), 0.9));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void anUprightLineOfTheTurnedPictureLeansInThePictureBefore(Orientation orientation) {
        Turn turn = new Turn(orientation, WIDTH, HEIGHT);
        Point left = turn.back(new Point(10, 10));
        Point right = turn.back(new Point(11, 10));

        double angle = Math.atan2(right.y - left.y, right.x - left.x);

        assertThat(Math.IEEEremainder(angle - Turn.lean(orientation), 2 * Math.PI))
                .isCloseTo(0, within(1e-9));
    }

    private static Mat blue(Pixels turned) {
        try (turned) {
            Mat blue = new Mat();
            Core.extractChannel(PixelMats.view(turned), blue, 0);
            return blue;
        }
    }
}
