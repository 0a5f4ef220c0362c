package org.lynceus.inference.internal.decode.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.api.face.Point;
import org.lynceus.inference.LocalModels;
import org.lynceus.inference.internal.PackedModel;
import org.lynceus.inference.internal.decode.boxes.Scene;
import org.lynceus.inference.internal.decode.boxes.SquaresGraph;
import org.lynceus.inference.internal.decode.boxes.SquaresGraph.Colour;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.model.api.role.Role;

/**
 * Detectors of red squares in the layout of each family of face detectors, packed, loaded and shown pictures. The first
 * keypoint is the square's top left corner, the last its bottom right one.
 */
class FaceModelsTest {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final List<Integer> STRIDES = List.of(8, 16, 32);
    private static final String SCALE = "0.00392156862745098";

    /** Keys that do not mean the same to all families. */
    private static final List<String> OWN_KEYS =
            List.of("anchors.grid", "anchors.per.cell", "anchors.sizes", "activation", "keypoints");

    @TempDir
    Path folder;

    /** A packed detector of a family. */
    private enum Family {
        ULTRAFACE(() -> {
            SquaresGraph net = net(1, STRIDES)
                    .constant("raw", 4, (x, y, s) -> ratios(x, y, x + s, y + s))
                    .output("boxes", 4, "raw");
            net.graph().constant("one", List.of(1), 1).node("Sub", "nothing", "one", "scores");
            return pack("ultraface", net.output("both", 2, "nothing", "scores"));
        }),
        BLAZEFACE(() -> pack(
                        "blazeface",
                        net(2, List.of(8, 16))
                                .constant(
                                        "raw", 8, (x, y, s) -> new double[] {0, 0, s, s, -s / 2, -s / 2, s / 2, s / 2})
                                .output("regressors", 8, "raw")
                                .output("classificators", 1, "logits"))
                .with("anchors.grid", "8,4")
                .with("anchors.per.cell", "2,2")
                .with("keypoints", "top-left,bottom-right")),
        YUNET(() -> pack(
                "yunet",
                net(1, STRIDES)
                        .outputs("scores", "cls_", true)
                        .constants("obj_", 1, (x, y, s) -> new double[] {0.9})
                        .constants("bbox_", 4, (x, y, s) -> new double[] {0.5, 0.5, 0, 0})
                        .constants("kps_", 10, (x, y, s) -> corners(0, 1)))),
        SCRFD(() -> pack(
                "scrfd",
                net(2, STRIDES)
                        .outputs("scores", "score_", false)
                        .constants("bbox_", 4, (x, y, s) -> new double[] {0, 0, 1, 1})
                        .constants("kps_", 10, (x, y, s) -> corners(0, 1)))),
        RETINAFACE(() -> {
            SquaresGraph net = net(2, STRIDES)
                    // priors are twice as large as the squares
                    .constant("raw", 4, (x, y, s) -> new double[] {0, 0, -5 * Math.log(2), -5 * Math.log(2)})
                    .output("loc", 4, "raw")
                    .constant("points", 10, (x, y, s) -> corners(-2.5, 2.5))
                    .output("landms", 10, "points");
            net.graph().constant("zero", List.of(1), 0).node("Mul", "nothing", "zero", "logits");
            return pack("retinaface", net.output("conf", 2, "nothing", "logits"))
                    .with("activation", "softmax")
                    .with("anchors.sizes", "16,16;32,32;64,64");
        });

        private final Supplier<PackedModel> pack;

        Family(Supplier<PackedModel> pack) {
            this.pack = pack;
        }
    }

    static Stream<Arguments> familiesAndFits() {
        return Arrays.stream(Family.values())
                .flatMap(family ->
                        Stream.of("stretch", "letterbox", "letterbox-corner").map(fit -> Arguments.of(family, fit)));
    }

    @ParameterizedTest
    @MethodSource("familiesAndFits")
    void squaresAreFoundWhereTheyAre(Family family, String fit) throws Exception {
        try (Scene scene = Scene.of(fit)) {
            List<BoundingBox> squares = List.of(scene.square(48, 16, 16, RED), scene.square(0, 0, 16, RED));
            scene.square(16, 0, 16, GREEN);

            List<DetectedFace> found = detect(family.pack.get().with("fit", fit), "face-detection", scene);

            assertThat(found).hasSize(2);
            for (BoundingBox square : squares) {
                assertThat(found).anySatisfy(face -> {
                    assertThat(face.confidence()).isBetween(90f, 100f);
                    assertBox(face.box(), square);
                    if (family != Family.ULTRAFACE) {
                        assertThat(face.keypoints()).hasSize(family == Family.BLAZEFACE ? 2 : 5);
                        assertPoint(face.keypoints().get(0), square.left(), square.top());
                        assertPoint(face.keypoints().get(face.keypoints().size() - 1), square.right(), square.bottom());
                    }
                });
            }
        }
    }

    @Test
    void palmsAreReadLikeFaces() throws Exception {
        PackedModel palms = Family.BLAZEFACE.pack.get().with("role", "palm-detection");
        try (Scene scene = Scene.of("stretch")) {
            BoundingBox square = scene.square(32, 32, 16, RED);

            assertThat(detect(palms, "palm-detection", scene))
                    .singleElement()
                    .satisfies(palm -> assertBox(palm.box(), square));
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void anEmptyPictureHoldsNothing(Family family) throws Exception {
        try (Scene scene = Scene.of("letterbox")) {
            assertThat(detect(family.pack.get(), "face-detection", scene)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void aGraphOfAnotherFamilyIsRefusedWhenLoaded(Family family) {
        for (Family other : Family.values()) {
            String decoder = other.name().toLowerCase(java.util.Locale.ROOT);
            if (other != family) {
                PackedModel model = family.pack.get().with("decoder", decoder);
                OWN_KEYS.forEach(key -> model.with(key, null));
                assertThatThrownBy(() -> load(model).close())
                        .as("%s as %s", family, decoder)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("decoder " + decoder + ": ")
                        .hasMessageMatching(".*(no output holds|give \\d+ boxes|and nothing else).*");
            }
        }
    }

    @Test
    void wrongKeypointsAreRefusedWhenLoaded() {
        PackedModel model = Family.YUNET.pack.get().with("keypoints", "eye-left,eye-right,nose,mouth");

        assertThatThrownBy(() -> load(model).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "keypoints names 4 points [eye-left, eye-right, nose, mouth], the outputs hold 5");
    }

    private static SquaresGraph net(int perCell, List<Integer> strides) {
        return new SquaresGraph(strides, perCell, new Colour(RED, 16));
    }

    private static PackedModel pack(String decoder, SquaresGraph net) {
        return new PackedModel("face-detection", decoder, net.graph().bytes(), SquaresGraph.SHAPE)
                .with("graph.g.scale", SCALE);
    }

    private static double[] ratios(double... pixels) {
        return Arrays.stream(pixels).map(pixel -> pixel / SquaresGraph.SIDE).toArray();
    }

    /** Five points: two at one corner, three at the other. */
    private static double[] corners(double first, double last) {
        return Stream.concat(Collections.nCopies(4, first).stream(), Collections.nCopies(6, last).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private LocalModels load(PackedModel model) throws IOException {
        return LocalModels.load(model.jar(folder));
    }

    private List<DetectedFace> detect(PackedModel model, String role, Scene scene) throws Exception {
        try (LocalModels models = load(model);
                Inference<Pixels, List<DetectedFace>> faces = models.model(role).bind(Role.FACE_DETECTION);
                Pixels pixels = scene.picture().pixels()) {
            return faces.run(pixels);
        }
    }

    private static void assertBox(BoundingBox box, BoundingBox expected) {
        assertThat(box.left()).isCloseTo(expected.left(), within(1e-5f));
        assertThat(box.top()).isCloseTo(expected.top(), within(1e-5f));
        assertThat(box.width()).isCloseTo(expected.width(), within(1e-5f));
        assertThat(box.height()).isCloseTo(expected.height(), within(1e-5f));
    }

    private static void assertPoint(Point point, float x, float y) {
        assertThat(point.x()).isCloseTo(x, within(1e-5f));
        assertThat(point.y()).isCloseTo(y, within(1e-5f));
    }
}
