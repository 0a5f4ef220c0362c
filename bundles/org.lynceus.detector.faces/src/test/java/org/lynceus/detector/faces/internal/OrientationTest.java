package org.lynceus.detector.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Image;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Landmark;
import org.lynceus.api.face.Orientation;
import org.lynceus.detector.faces.internal.attributes.AttributeModels;
import org.lynceus.inference.LocalModels;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class OrientationTest {
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
        "sample1.jpg, ROTATE_90",
        "sample1.jpg, ROTATE_180",
        "sample1.jpg, ROTATE_270",
        "sample3.jpg, ROTATE_90",
        "sample3.jpg, ROTATE_180",
        "sample3.jpg, ROTATE_270"
    })
    void aTurnedPictureHasTheSameFaces(String picture, Orientation orientation) throws Exception {
        FaceResult upright = detect(picture, Orientation.ROTATE_0);
        FaceResult turned = detect(picture, orientation);

        assertThat(upright.orientation()).contains(Orientation.ROTATE_0);
        assertThat(turned.orientation()).contains(orientation);
        assertThat(turned.faces()).hasSameSizeAs(upright.faces());
        for (Face face : upright.faces()) {
            assertThat(turned.faces()).anySatisfy(same -> assertSame(same, face, orientation));
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void aCatHasNoFaceWhicheverWayItLies(Orientation orientation) throws Exception {
        FaceResult result = detect("cat1.png", orientation);

        assertThat(result.faces()).isEmpty();
        assertThat(result.orientation()).isEmpty();
    }

    @Test
    void aPictureThatItsFileTurnedIsOnlyLookedAtUpright() throws Exception {
        try (Image upright = new Oriented(TestImage.read("sample3.jpg"));
                Image turned = new Oriented(turned("sample3.jpg", Orientation.ROTATE_180))) {
            FaceResult result = detector.detect(upright, FaceOptions.DEFAULT);

            assertThat(result.faces()).hasSize(3);
            assertThat(result.orientation()).isEmpty();
            assertThat(detector.detect(turned, FaceOptions.DEFAULT).orientation())
                    .isEmpty();
        }
    }

    @Test
    void oneTurnedHeadDoesNotTurnAGroup() throws Exception {
        try (TestImage group = TestImage.read("sample3.jpg")) {
            Mat picture = group.picture();
            BoundingBox box =
                    detector.detect(group, FaceOptions.DEFAULT).faces().get(2).box();
            int side = (int) (1.6 * box.height() * picture.height());
            Mat head = picture.submat(new Rect(
                    Math.max(0, (int) ((box.left() + box.width() / 2) * picture.width()) - side / 2),
                    Math.max(0, (int) ((box.top() + box.height() / 2) * picture.height()) - side / 2),
                    side,
                    side));
            Core.rotate(head.clone(), head, Core.ROTATE_90_CLOCKWISE);

            assertThat(detector.detect(group, FaceOptions.DEFAULT).orientation())
                    .contains(Orientation.ROTATE_0);
        }
    }

    @Test
    void aPortraitThatLiesOnItsSideIsFound() throws Exception {
        try (TestImage group = TestImage.read("sample3.jpg")) {
            BoundingBox box =
                    detector.detect(group, FaceOptions.DEFAULT).faces().get(0).box();
            Mat all = group.picture();
            int side = (int) (2 * box.height() * all.height());
            Rect around = new Rect(
                    Math.max(0, (int) ((box.left() + box.width() / 2) * all.width()) - side / 2),
                    Math.max(0, (int) ((box.top() + box.height() / 2) * all.height()) - side / 2),
                    side,
                    side);
            Mat portrait = new Mat();
            Imgproc.resize(all.submat(around), portrait, new Size(250, 250), 0, 0, Imgproc.INTER_AREA);
            Core.rotate(portrait, portrait, Core.ROTATE_90_COUNTERCLOCKWISE);
            try (TestImage lying = new TestImage(portrait)) {
                FaceResult result = detector.detect(lying, FaceOptions.DEFAULT);

                assertThat(result.orientation()).contains(Orientation.ROTATE_90);
                assertThat(result.faces().get(0).pose().roll()).isBetween(-135f, -45f);
            }
        }
    }

    @Test
    void theOrderIsLargestFirstInATurnedPictureToo() throws Exception {
        List<Float> areas = detect("sample5.jpg", Orientation.ROTATE_270).faces().stream()
                .map(face -> face.box().area())
                .toList();

        assertThat(areas).hasSize(5).isSortedAccordingTo((a, b) -> Float.compare(b, a));
    }

    private static void assertSame(Face same, Face upright, Orientation orientation) {
        assertThat(same.box().iou(turned(upright.box(), orientation))).isGreaterThan(0.7f);
        double tolerance = 0.05 * Math.max(same.box().width(), same.box().height());
        for (int i = 0; i < upright.landmarks().size(); i++) {
            Landmark expected = upright.landmarks().get(i);
            Landmark found = same.landmarks().get(i);
            double[] point = turned(expected.x(), expected.y(), orientation);
            assertThat(found.type()).isEqualTo(expected.type());
            assertThat(found.x()).isCloseTo((float) point[0], within((float) tolerance));
            assertThat(found.y()).isCloseTo((float) point[1], within((float) tolerance));
        }
        double roll =
                upright.pose().roll() - 90 * orientation.ordinal() - same.pose().roll();
        assertThat(Math.abs(Math.IEEEremainder(roll, 360))).isLessThan(6);
        assertThat(same.pose().yaw()).isCloseTo(upright.pose().yaw(), within(8f));
        assertThat(same.quality().brightness()).isCloseTo(upright.quality().brightness(), within(3f));
    }

    /** Where a point of the upright picture lies in the picture that needs the orientation to become upright. */
    private static double[] turned(double x, double y, Orientation orientation) {
        return switch (orientation) {
            case ROTATE_0 -> new double[] {x, y};
            case ROTATE_90 -> new double[] {y, 1 - x};
            case ROTATE_180 -> new double[] {1 - x, 1 - y};
            case ROTATE_270 -> new double[] {1 - y, x};
        };
    }

    private static BoundingBox turned(BoundingBox box, Orientation orientation) {
        double[] a = turned(box.left(), box.top(), orientation);
        double[] b = turned(box.right(), box.bottom(), orientation);
        return new BoundingBox(
                (float) Math.min(a[0], b[0]), (float) Math.min(a[1], b[1]), (float) Math.abs(a[0] - b[0]), (float)
                        Math.abs(a[1] - b[1]));
    }

    /** A picture that the orientation makes upright. */
    private static TestImage turned(String picture, Orientation orientation) throws IOException {
        TestImage image = TestImage.read(picture);
        switch (orientation) {
            case ROTATE_0 -> {}
            case ROTATE_90 -> Core.rotate(image.picture(), image.picture(), Core.ROTATE_90_COUNTERCLOCKWISE);
            case ROTATE_180 -> Core.rotate(image.picture(), image.picture(), Core.ROTATE_180);
            case ROTATE_270 -> Core.rotate(image.picture(), image.picture(), Core.ROTATE_90_CLOCKWISE);
        }
        return image;
    }

    private static FaceResult detect(String picture, Orientation orientation) throws IOException, VisionException {
        try (Image image = turned(picture, orientation)) {
            return detector.detect(image, FaceOptions.DEFAULT);
        }
    }

    /** A picture whose file told how it lies. */
    private record Oriented(TestImage image) implements Image {
        @Override
        public int width() {
            return image.width();
        }

        @Override
        public int height() {
            return image.height();
        }

        @Override
        public boolean oriented() {
            return true;
        }

        @Override
        public Pixels pixels(int minLongSide) {
            return image.pixels(minLongSide);
        }

        @Override
        public void close() {
            image.close();
        }
    }
}
