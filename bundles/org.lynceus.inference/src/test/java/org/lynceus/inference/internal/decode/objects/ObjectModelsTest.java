package org.lynceus.inference.internal.decode.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.inference.LocalModels;
import org.lynceus.inference.internal.PackedModel;
import org.lynceus.inference.internal.decode.boxes.Scene;
import org.lynceus.inference.internal.decode.boxes.SquaresGraph;
import org.lynceus.inference.internal.decode.boxes.SquaresGraph.Colour;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.role.DetectedObject;
import org.lynceus.model.api.role.Role;

/** Detectors of coloured squares in the layout of each family, packed, loaded and shown pictures. */
class ObjectModelsTest {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;
    private static final int WHITE = 0xffffff;
    private static final int CLASSES = 4;
    private static final double LN_2 = Math.log(2);
    private static final String SCALE = "0.00392156862745098";

    @TempDir
    Path folder;

    /** A family's name, and a packed detector of it. */
    private enum Family {
        YOLOX(() -> pack(
                "yolox",
                net().constant("raw", 5, (x, y, stride) -> new double[] {0.5, 0.5, 0, 0, 0.95})
                        .output("output", 5 + CLASSES, "raw", "scores"))),
        YOLOX_DECODED(() -> pack(
                        "yolox",
                        net().constant("raw", 5, (x, y, s) -> new double[] {x + s / 2.0, y + s / 2.0, s, s, 0.95})
                                .output("output", 5 + CLASSES, "raw", "scores"))
                .with("boxes.decoded", "true")),
        YOLOV5(() -> pack(
                "yolov5",
                net().constant("raw", 5, (x, y, s) -> new double[] {x + s / 2.0, y + s / 2.0, s, s, 0.95})
                        .output("output", 5 + CLASSES, "raw", "scores"))),
        YOLOV5_RATIOS(() -> pack(
                        "yolov5",
                        net().constant("raw", 5, (x, y, s) -> append(ratios(x + s / 2.0, y + s / 2.0, s, s), 0.95))
                                .output("output", 5 + CLASSES, "raw", "scores"))
                .with("boxes.space", "ratio")),
        YOLOV8(() -> pack("yolov8", planes(net()))),
        YOLOV8_ROWS(() -> pack(
                "yolov8",
                net().constant("raw", 4, (x, y, s) -> new double[] {x + s / 2.0, y + s / 2.0, s, s})
                        .output("output0", 4 + CLASSES, "raw", "scores"))),
        DETR(() -> pack(
                "detr",
                net().constant("nothing", 1, (x, y, s) -> new double[] {0})
                        .output("pred_logits", CLASSES + 1, "logits", "nothing")
                        .constant("raw", 4, (x, y, s) -> ratios(x + s / 2.0, y + s / 2.0, s, s))
                        .output("pred_boxes", 4, "raw"))),
        RT_DETR(() -> pack(
                        "detr",
                        net().constant("raw", 4, (x, y, s) -> ratios(x + s / 2.0, y + s / 2.0, s, s))
                                .output("boxes", 4, "raw")
                                .output("scores-of-queries", CLASSES, "logits"))
                .with("activation", "sigmoid")),
        EFFICIENTDET(() -> {
            SquaresGraph net = net().constant("raw", 4, (x, y, s) -> new double[] {0.25, -0.25, -LN_2, -LN_2})
                    .output("raw_boxes", 4, "raw")
                    .output("class_scores", CLASSES, "scores");
            // twice as large as the squares, a quarter of that too far up and to the right
            return pack("efficientdet", net)
                    .floats(
                            "anchors",
                            net.numbers(
                                    (x, y, s) -> ratios(y + s / 2.0 - s / 2.0, x + s / 2.0 + s / 2.0, 2 * s, 2 * s)));
        }),
        SSD(() -> {
            SquaresGraph net = net().constant("raw", 4, (x, y, s) -> ratios(y, x, y + s, x + s))
                    .output("detection_boxes", 4, "raw");
            net.graph()
                    .node("ArgMax", "detection_classes", "scores")
                    .with("axis", 2)
                    .with("keepdims", 0)
                    .output("detection_classes", DataType.INT64, 1, net.boxes())
                    .node("ReduceMax", "detection_scores", "scores")
                    .withAll("axes", 2)
                    .with("keepdims", 0)
                    .output("detection_scores", 1, net.boxes());
            return pack("ssd", net);
        }),
        SSD_OF_ALL_CLASSES(() -> pack(
                        "ssd",
                        net().constant("raw", 4, (x, y, s) -> new double[] {x, y, x + s, y + s})
                                .output("boxes", 4, "raw")
                                .constant("nothing", 1, (x, y, s) -> new double[] {0.5})
                                .output("all-scores", CLASSES + 1, "nothing", "scores"))
                .with("boxes.order", "xyxy")
                .with("boxes.space", "pixel")
                .with("background", "first")),
        NANODET(() -> pack(
                "nanodet", net().outputs("scores", "class", true).constants("distances", 16, (x, y, s) -> new double[] {
                    // 0 and 1 are equally probable, 2 and 3 are not: every side is half a cell away
                    9, 9, -99, -99, 9, 9, -99, -99, 9, 9, -99, -99, 9, 9, -99, -99
                })));

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
            BoundingBox red = scene.square(16, 8, 8, RED);
            BoundingBox green = scene.square(48, 16, 16, GREEN);
            BoundingBox blue = scene.square(0, 24, 8, BLUE);
            BoundingBox touching = scene.square(8, 24, 8, BLUE);
            scene.square(32, 0, 8, WHITE);

            List<DetectedObject> found = detect(family.pack.get().with("fit", fit), scene);

            assertThat(found)
                    .extracting(DetectedObject::label)
                    .containsExactlyInAnyOrder("red", "green", "blue", "blue");
            assertThat(found)
                    .allSatisfy(object -> assertThat(object.confidence()).isBetween(90f, 100f));
            assertThat(found)
                    .isSortedAccordingTo(
                            Comparator.comparing(DetectedObject::confidence).reversed());
            assertBox(found, "red", 0, red);
            assertBox(found, "green", 2, green);
            assertBox(found, "blue", 3, blue);
            assertBox(found, "blue", 3, touching);
        }
    }

    @Test
    void anEmptyPictureHoldsNothing() throws Exception {
        try (Scene scene = Scene.of("letterbox")) {
            assertThat(detect(Family.YOLOV8.pack.get().with("fit", "letterbox"), scene))
                    .isEmpty();
        }
    }

    @Test
    void boxesAreCutAtThePicturesEdge() throws Exception {
        try (Scene scene = Scene.of("letterbox")) {
            // with the white border above them the two fill a cell of 32 pixels
            scene.square(0, 0, 16, WHITE);
            scene.square(16, 0, 16, WHITE);
            PackedModel model = new PackedModel(
                            "object-detection",
                            "yolov8",
                            planes(new SquaresGraph(List.of(8, 16, 32), 1, new Colour(WHITE, 32)))
                                    .graph()
                                    .bytes(),
                            SquaresGraph.SHAPE)
                    .with("graph.g.scale", SCALE)
                    .labels("white")
                    .with("fit", "letterbox")
                    .with("pad", "255");

            assertThat(detect(model, scene))
                    .extracting(DetectedObject::box)
                    .containsExactly(new BoundingBox(0, 0, 0.5f, 0.5f));
        }
    }

    @Test
    void aGraphOfAnotherFamilyIsRefusedWhenLoaded() {
        PackedModel model = Family.YOLOV8.pack.get().with("decoder", "yolov5");

        assertThatThrownBy(() -> load(model).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("packed-yolov8")
                .hasMessageContaining(
                        "decoder yolov5: no output holds boxes, their objectness and the scores of 4 classes"
                                + " [1, N, 9] among output0 [1, 8, 84]");
    }

    @Test
    void missingLabelsAreSaidWhenLoaded() {
        PackedModel model =
                new PackedModel("object-detection", "detr", net().graph().bytes(), SquaresGraph.SHAPE);

        assertThatThrownBy(() -> load(model).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("labels is missing");
    }

    @Test
    void anchorsThatDoNotFitAreSaidWhenLoaded() {
        PackedModel model = Family.EFFICIENTDET.pack.get().floats("anchors", 0, 0, 1, 1);

        assertThatThrownBy(() -> load(model).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there are 1 anchors, output raw_boxes [1, 84, 4] has a box for each of 84");
    }

    private static SquaresGraph net() {
        return new SquaresGraph(
                List.of(8, 16, 32),
                1,
                new Colour(RED, 8),
                new Colour(WHITE, 8),
                new Colour(GREEN, 16),
                new Colour(BLUE, 8));
    }

    private static SquaresGraph planes(SquaresGraph net) {
        int planes = 4 + net.classes();
        net.constant("raw", 4, (x, y, s) -> new double[] {x + s / 2.0, y + s / 2.0, s, s});
        net.graph()
                .node("Concat", "rows", "raw", "scores")
                .with("axis", 2)
                .node("Transpose", "output0", "rows")
                .withAll("perm", 0, 2, 1)
                .output("output0", 1, planes, net.boxes());
        return net;
    }

    private static PackedModel pack(String decoder, SquaresGraph net) {
        return new PackedModel("object-detection", decoder, net.graph().bytes(), SquaresGraph.SHAPE)
                .with("graph.g.scale", SCALE)
                .labels("red", "???", "green", "blue");
    }

    private static double[] ratios(double... pixels) {
        return Arrays.stream(pixels).map(pixel -> pixel / SquaresGraph.SIDE).toArray();
    }

    private static double[] append(double[] numbers, double last) {
        double[] longer = Arrays.copyOf(numbers, numbers.length + 1);
        longer[numbers.length] = last;
        return longer;
    }

    private LocalModels load(PackedModel model) throws IOException {
        return LocalModels.load(model.jar(folder));
    }

    private List<DetectedObject> detect(PackedModel model, Scene scene) throws Exception {
        try (LocalModels models = load(model);
                Inference<Pixels, List<DetectedObject>> objects =
                        models.model("object-detection").bind(Role.OBJECT_DETECTION);
                Pixels pixels = scene.picture().pixels()) {
            return objects.run(pixels);
        }
    }

    private static void assertBox(List<DetectedObject> found, String label, int index, BoundingBox expected) {
        assertThat(found).anySatisfy(object -> {
            assertThat(object.label()).isEqualTo(label);
            assertThat(object.index()).isEqualTo(index);
            assertThat(object.box().left()).isCloseTo(expected.left(), within(1e-5f));
            assertThat(object.box().top()).isCloseTo(expected.top(), within(1e-5f));
            assertThat(object.box().width()).isCloseTo(expected.width(), within(1e-5f));
            assertThat(object.box().height()).isCloseTo(expected.height(), within(1e-5f));
        });
    }
}
