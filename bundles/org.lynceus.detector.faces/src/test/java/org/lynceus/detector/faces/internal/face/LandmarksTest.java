package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Landmark;
import org.lynceus.api.face.LandmarkType;
import org.lynceus.detector.faces.internal.FacesDetector;
import org.lynceus.detector.faces.internal.ModelJars;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.detector.faces.internal.find.CropModels;
import org.lynceus.inference.LocalModels;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Point;

class LandmarksTest {
    /** A face from the front that fills a picture of 200 by 200 pixels. */
    private static final Verification KEYPOINTS = new Verification(
            0.9,
            List.of(
                    new Point(70, 80),
                    new Point(130, 80),
                    new Point(100, 115),
                    new Point(100, 147),
                    new Point(30, 85),
                    new Point(170, 85)));

    private static LocalModels models;
    private static FacesDetector detector;
    private static CropModels crops;

    @BeforeAll
    static void load() throws Exception {
        models = LocalModels.load(ModelJars.of("ultraface", "blazeface.fullrange", "facemesh"));
        detector = new FacesDetector(
                models.model("face-detection"),
                models.model("face-verification"),
                models.model("face-mesh"),
                AttributeModels.NONE);
        crops = new CropModels(models.model("face-verification"), models.model("face-mesh"));
    }

    @AfterAll
    static void close() {
        crops.close();
        detector.deactivate();
        models.close();
    }

    @Test
    void aFaceFromTheFrontHasItsPointsWhereTheMeshSeesThem() throws Exception {
        try (TestImage image = TestImage.read("sample3.jpg")) {
            Face face = nearest(image, 0.31);
            List<Point> mesh = pixels(face.landmarks(), image);
            List<Point> projected =
                    pixels(Landmarks.of(verified(face, image)).ratios(true, image.width(), image.height()), image);
            double eyes = distance(mesh.get(0), mesh.get(1));
            double sum = 0;
            for (LandmarkType type : LandmarkType.values()) {
                double error = distance(mesh.get(type.ordinal()), projected.get(type.ordinal())) / eyes;
                assertThat(error).as("%s", type).isLessThan(0.18);
                sum += error;
            }

            assertThat(sum / LandmarkType.values().length).isLessThan(0.07);
        }
    }

    @Test
    void aProfileHasThirtyPointsToo() throws Exception {
        try (TestImage image = TestImage.read("sample2.jpg")) {
            Face face = nearest(image, 0.19);
            float width = face.box().width();
            float height = face.box().height();

            assertThat(Math.abs(face.pose().yaw())).isGreaterThan(40);
            assertThat(face.landmarks()).extracting(Landmark::type).containsExactly(LandmarkType.values());
            assertThat(face.landmarks()).allSatisfy(point -> {
                assertThat(point.x())
                        .isBetween(face.box().left() - width / 2, face.box().right() + width / 2);
                assertThat(point.y())
                        .isBetween(face.box().top() - height / 2, face.box().bottom() + height / 2);
            });
            assertThat(face.landmarks().stream()
                            .map(point -> List.of(point.x(), point.y()))
                            .distinct())
                    .as("all but the two pupils, which are the eyes")
                    .hasSize(28);
        }
    }

    @Test
    void thePupilsAreTheEyesAndTheDefaultPointsStay() {
        List<Landmark> five = Landmarks.of(KEYPOINTS).ratios(false, 200, 200);
        List<Landmark> all = Landmarks.of(KEYPOINTS).ratios(true, 200, 200);

        assertThat(all.subList(0, LandmarkType.DEFAULT_COUNT)).isEqualTo(five);
        assertThat(place(all, LandmarkType.LEFT_PUPIL)).isEqualTo(place(all, LandmarkType.EYE_LEFT));
        assertThat(place(all, LandmarkType.RIGHT_PUPIL)).isEqualTo(place(all, LandmarkType.EYE_RIGHT));
    }

    @Test
    void theFaceIsInOrder() {
        List<Landmark> all = Landmarks.of(KEYPOINTS).ratios(true, 200, 200);

        assertThat(Stream.of(
                                LandmarkType.UPPER_JAWLINE_LEFT,
                                LandmarkType.LEFT_EYE_LEFT,
                                LandmarkType.LEFT_PUPIL,
                                LandmarkType.LEFT_EYE_RIGHT,
                                LandmarkType.NOSE,
                                LandmarkType.RIGHT_EYE_LEFT,
                                LandmarkType.RIGHT_PUPIL,
                                LandmarkType.RIGHT_EYE_RIGHT,
                                LandmarkType.UPPER_JAWLINE_RIGHT)
                        .map(type -> all.get(type.ordinal()).x()))
                .isSorted();
        assertThat(Stream.of(LandmarkType.NOSE_LEFT, LandmarkType.NOSE, LandmarkType.NOSE_RIGHT)
                        .map(type -> all.get(type.ordinal()).x()))
                .isSorted();
        assertThat(Stream.of(
                                LandmarkType.LEFT_EYE_BROW_UP,
                                LandmarkType.LEFT_EYE_UP,
                                LandmarkType.LEFT_EYE_DOWN,
                                LandmarkType.NOSE,
                                LandmarkType.MOUTH_UP,
                                LandmarkType.MOUTH_DOWN,
                                LandmarkType.CHIN_BOTTOM)
                        .map(type -> all.get(type.ordinal()).y()))
                .isSorted();
    }

    private static Face nearest(TestImage image, double left) throws Exception {
        return detector.detect(image, FaceOptions.ALL).faces().stream()
                .min(Comparator.comparingDouble(face -> Math.abs(face.box().left() - left)))
                .orElseThrow();
    }

    private static Verification verified(Face face, TestImage image) throws Exception {
        BoundingBox box = face.box();
        Box pixels = new Box(
                box.left() * image.width(),
                box.top() * image.height(),
                box.right() * image.width(),
                box.bottom() * image.height());
        return crops.verify(List.of(pixels.forVerification(image.picture(), 0))).get(0);
    }

    private static List<Point> pixels(List<Landmark> landmarks, TestImage image) {
        return landmarks.stream()
                .map(point -> new Point(point.x() * image.width(), point.y() * image.height()))
                .toList();
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }

    private static List<Float> place(List<Landmark> landmarks, LandmarkType type) {
        Landmark landmark = landmarks.get(type.ordinal());
        return List.of(landmark.x(), landmark.y());
    }
}
