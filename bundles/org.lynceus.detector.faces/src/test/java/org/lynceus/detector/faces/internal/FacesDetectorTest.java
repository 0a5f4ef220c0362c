package org.lynceus.detector.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Landmark;
import org.lynceus.api.face.LandmarkType;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.inference.LocalModels;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class FacesDetectorTest {
    private static LocalModels models;
    private static FacesDetector detector;

    @BeforeAll
    static void load() throws Exception {
        models = LocalModels.load(ModelJars.of("ultraface", "blazeface.fullrange", "facemesh"));
        detector = new FacesDetector(
                models.model("face-detection"),
                models.model("face-verification"),
                models.model("face-mesh"),
                AttributeModels.NONE);
    }

    @AfterAll
    static void close() {
        detector.deactivate();
        models.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sample1.jpg, 3",
        "sample2.jpg, 3",
        "sample3.jpg, 3",
        "sample4.jpg, 4",
        "sample5.jpg, 5",
        "sample6.jpg, 4"
    })
    void everyFaceIsFoundOnceAndNothingElse(String picture, int faces) throws Exception {
        assertThat(detect(picture)).hasSize(faces);
    }

    @Test
    void aCatHasNoFace() throws Exception {
        assertThat(detect("cat1.png")).isEmpty();
    }

    @Test
    void boxesLandmarksAndPoseAreThoseOfTheReferenceChain() throws Exception {
        Face face = leftmost(detect("sample1.jpg"));

        assertThat(face.box().iou(pixelBox(408.1, 383.3, 187.7, 221.6, 1920, 1280)))
                .isGreaterThan(0.9f);
        assertPoint(face, LandmarkType.EYE_LEFT, 442.4, 456.4);
        assertPoint(face, LandmarkType.EYE_RIGHT, 518.3, 457.7);
        assertPoint(face, LandmarkType.NOSE, 456.8, 509.7);
        assertPoint(face, LandmarkType.MOUTH_LEFT, 451.2, 538.5);
        assertPoint(face, LandmarkType.MOUTH_RIGHT, 522.4, 539.5);
        assertThat(face.pose().yaw()).isCloseTo(-13.5f, within(2f));
        assertThat(face.pose().pitch()).isCloseTo(-16.4f, within(2f));
        assertThat(face.pose().roll()).isCloseTo(2.8f, within(2f));
    }

    @Test
    void largestFaceComesFirstAndOnlySoManyAreKept() throws Exception {
        List<Face> all = detect("sample5.jpg");
        assertThat(all)
                .isSortedAccordingTo(
                        Comparator.comparingDouble((Face f) -> f.box().area()).reversed());

        try (Image image = TestImage.read("sample5.jpg")) {
            List<Face> two = detector.detect(image, new FaceOptions(null, 2)).faces();
            assertThat(two).isEqualTo(all.subList(0, 2));
        }
    }

    @Test
    void thirtyLandmarksComeOnlyWhenAskedFor() throws Exception {
        try (Image image = TestImage.read("sample3.jpg")) {
            assertThat(detector.detect(image, FaceOptions.DEFAULT).faces())
                    .allSatisfy(face -> assertThat(face.landmarks()).hasSize(5));
            assertThat(detector.detect(image, FaceOptions.ALL).faces())
                    .allSatisfy(face -> assertThat(face.landmarks())
                            .extracting(Landmark::type)
                            .containsExactly(LandmarkType.values()));
        }
    }

    @Test
    void aFaceOfFortyPixelsInALargePictureIsFound() throws Exception {
        try (TestImage whole = TestImage.read("sample3.jpg");
                TestImage canvas = new TestImage(new Mat(1080, 1920, CvType.CV_8UC3, new Scalar(90, 110, 100)))) {
            Face face = leftmost(detector.detect(whole, FaceOptions.DEFAULT).faces());
            double scale = 40 / (face.box().height() * whole.height());
            Mat small = new Mat();
            Imgproc.resize(whole.picture(), small, new Size(), scale, scale, Imgproc.INTER_AREA);
            small.copyTo(canvas.picture().submat(300, 300 + small.height(), 700, 700 + small.width()));

            List<Face> found = detector.detect(canvas, FaceOptions.DEFAULT).faces();

            assertThat(found)
                    .anySatisfy(one -> assertThat(one.box()
                                    .iou(pixelBox(
                                            700 + face.box().left() * small.width(),
                                            300 + face.box().top() * small.height(),
                                            face.box().width() * small.width(),
                                            40,
                                            1920,
                                            1080)))
                            .isGreaterThan(0.6f));
        }
    }

    @Test
    void aDarkBlurredPictureHasLowerQuality() throws Exception {
        Face sharp = leftmost(detect("sample3.jpg"));
        try (TestImage image = TestImage.read("sample3.jpg")) {
            Imgproc.GaussianBlur(image.picture(), image.picture(), new Size(0, 0), 6);
            Core.multiply(image.picture(), Scalar.all(0.6), image.picture());
            Face worse = leftmost(detector.detect(image, FaceOptions.DEFAULT).faces());

            assertThat(worse.quality().sharpness()).isLessThan(sharp.quality().sharpness() / 2);
            assertThat(worse.quality().brightness()).isLessThan(sharp.quality().brightness() * 0.8f);
        }
    }

    @Test
    void aRetiredDetectorSendsCallersToItsSuccessor() throws Exception {
        FacesDetector retired = new FacesDetector(
                models.model("face-detection"),
                models.model("face-verification"),
                models.model("face-mesh"),
                AttributeModels.NONE);
        retired.deactivate();

        try (Image image = TestImage.read("sample1.jpg")) {
            assertThatThrownBy(() -> retired.detect(image, FaceOptions.DEFAULT))
                    .isInstanceOfSatisfying(
                            VisionException.class,
                            e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
        }
    }

    private static List<Face> detect(String picture) throws IOException, VisionException {
        try (Image image = TestImage.read(picture)) {
            return detector.detect(image, FaceOptions.DEFAULT).faces();
        }
    }

    private static Face leftmost(List<Face> faces) {
        return faces.stream()
                .min(Comparator.comparingDouble(face -> face.box().left()))
                .orElseThrow();
    }

    private static void assertPoint(Face face, LandmarkType type, double x, double y) {
        Landmark landmark = face.landmarks().stream()
                .filter(candidate -> candidate.type() == type)
                .findFirst()
                .orElseThrow();
        assertThat(landmark.x() * 1920.0).as("%s x", type).isCloseTo(x, within(2.5));
        assertThat(landmark.y() * 1280.0).as("%s y", type).isCloseTo(y, within(2.5));
    }

    private static BoundingBox pixelBox(double x, double y, double w, double h, int width, int height) {
        return new BoundingBox((float) (x / width), (float) (y / height), (float) (w / width), (float) (h / height));
    }
}
