package org.lynceus.detector.faces.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Box;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.opencv.PixelMats;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class CandidateFinderTest {
    private static final Map<String, String> LETTERBOX = Map.of("fit", "letterbox-corner");

    private final Pixels picture = PixelMats.allocate(400, 200);

    @BeforeEach
    void paintWhite() {
        Mat mat = PixelMats.view(picture);
        mat.setTo(Scalar.all(255));
        mat.release();
    }

    @AfterEach
    void close() {
        picture.close();
    }

    @Test
    void facesComeInPixelsOfThePicture() throws VisionException {
        FakeDetector model = new FakeDetector(Map.of(), 640).finding(640, 90, 0.25f, -0.5f, 0.5f, 0.5f);
        try (CandidateFinder finder = new CandidateFinder(model)) {
            Candidate candidate = finder.find(picture).get(0);

            assertThat(candidate.score()).isCloseTo(0.9, within(1e-6));
            assertThat(candidate.box()).isEqualTo(new Box(100, -100, 200, 100));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 640, 1280, -1})
    void theOnlyGraphIsUsedForEverything(int width) throws VisionException {
        FakeDetector model = new FakeDetector(Map.of(), width).finding(width, 90, 0.25f, 0.25f, 0.5f, 0.5f);
        try (CandidateFinder finder = new CandidateFinder(model)) {
            assertThat(finder.find(picture)).hasSize(1);
            assertThat(finder.findFilling(picture)).hasSize(1);
            assertThat(finder.findsSmall()).isFalse();
            assertThat(finder.findSmall(picture)).isEmpty();
            assertThat(model.calls).containsExactly("" + width, "" + width);
        }
    }

    @Test
    void ofSeveralGraphsTheLargestIsForLargePictures() throws VisionException {
        FakeDetector model = new FakeDetector(Map.of(), 1280, 320, 640)
                .finding(320, 80, 0, 0, 0.5f, 0.5f)
                .finding(640, 90, 0.01f, 0, 0.51f, 0.5f)
                .finding(1280, 70, 0.75f, 0.75f, 0.8f, 0.8f);
        try (CandidateFinder finder = new CandidateFinder(model)) {
            assertThat(finder.find(picture))
                    .singleElement()
                    .satisfies(best -> assertThat(best.score()).isCloseTo(0.9, within(1e-6)));
            assertThat(model.calls).containsExactlyInAnyOrder("320", "640");
            assertThat(finder.findsSmall()).isTrue();
            assertThat(finder.findSmall(picture)).hasSize(1);
            assertThat(finder.findFilling(picture)).hasSize(1);
            assertThat(model.calls.subList(2, 4)).containsExactly("1280", "320");
        }
        assertThat(model.closed).containsExactlyInAnyOrder("320", "640", "1280");
    }

    @Test
    void aFaceThatFillsThePictureIsFoundFromFartherAway() throws VisionException {
        try (CandidateFinder stretched = new CandidateFinder(seeing(Map.of(), 320, 320));
                CandidateFinder letterboxed = new CandidateFinder(seeing(LETTERBOX, 320, 160))) {
            assertWholePicture(stretched.findFilling(picture));
            assertWholePicture(letterboxed.findFilling(picture));
        }
    }

    /** A detector that expects a canvas of some size, and finds the box around what is not black. */
    private static FakeDetector seeing(Map<String, String> properties, int width, int height) {
        return new FakeDetector(properties, width).finding(width, canvas -> {
            assertThat(List.of(canvas.width(), canvas.height())).containsExactly(width, height);
            Mat mat = PixelMats.view(canvas);
            Mat grey = new Mat();
            Core.extractChannel(mat, grey, 0);
            Rect bright = Imgproc.boundingRect(grey);
            grey.release();
            mat.release();
            return List.of(new DetectedFace(
                    90,
                    new BoundingBox(
                            (float) bright.x / width,
                            (float) bright.y / height,
                            (float) bright.width / width,
                            (float) bright.height / height),
                    List.of()));
        });
    }

    private void assertWholePicture(List<Candidate> found) {
        Box box = found.get(0).box();
        assertThat(box.x1()).isCloseTo(0, within(1e-3));
        assertThat(box.y1()).isCloseTo(0, within(1e-3));
        assertThat(box.x2()).isCloseTo(400, within(1e-3));
        assertThat(box.y2()).isCloseTo(200, within(1e-3));
    }
}
