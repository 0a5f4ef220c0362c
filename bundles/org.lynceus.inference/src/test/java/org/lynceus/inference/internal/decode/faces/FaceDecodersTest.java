package org.lynceus.inference.internal.decode.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Contexts;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.model.api.role.DetectedFace;

/** Outputs of face detectors with numbers worked out by hand, for an input of 64 × 32 pixels. */
class FaceDecodersTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 32;
    private static final double LN_2 = Math.log(2);

    /** Cells of strides 8, 16 and 32. */
    private static final int[] CELLS = {32, 8, 2};

    @Test
    void ultraFaceGivesRatios() {
        Tensor scores = row(row(zeros("scores", 1, 4, 2), 1, 0.2, 0.8), 2, 0.25, 0.75);
        row(scores, 3, 0.31, 0.69);
        Tensor boxes = row(row(zeros("boxes", 1, 4, 4), 1, -0.25, 0.25, 0.5, 0.5), 2, 0.5, 0, 1, 1);

        assertThat(words(decode("ultraface", Map.of(), scores, boxes)))
                .containsExactly("80.0 -16.00 8.00 32.00 16.00", "75.0 32.00 0.00 64.00 32.00");
        assertThat(words(decode("ultraface", Map.of("graph.g.max.size", "40"), scores, boxes)))
                .containsExactly("75.0 32.00 0.00 64.00 32.00");
        assertThat(words(decode("ultraface", Map.of("graph.g.threshold", "0.78"), scores, boxes)))
                .containsExactly("80.0 -16.00 8.00 32.00 16.00");
    }

    @Test
    void ultraFaceMayGiveLogits() {
        Tensor scores = row(zeros("scores", 1, 1, 2), 0, 1, 3);
        Tensor boxes = row(zeros("boxes", 1, 1, 4), 0, 0, 0, 0.5, 0.5);

        // 1 / (1 + e^-2)
        assertThat(words(decode("ultraface", Map.of("activation", "softmax"), scores, boxes)))
                .containsExactly("88.1 0.00 0.00 32.00 16.00");
        // 1 / (1 + e^-3)
        assertThat(words(decode("ultraface", Map.of("activation", "sigmoid"), scores, boxes)))
                .containsExactly("95.3 0.00 0.00 32.00 16.00");
    }

    @Test
    void blazeFaceAnchorsLieInGrids() {
        Map<String, String> properties = Map.of("anchors.grid", "4,2", "anchors.per.cell", "1,2");
        Tensor logits = zeros("logits", 1, 24, 1);
        Arrays.fill(logits.values(), -5);
        logits.values()[5] = 2;
        logits.values()[23] = 1;
        Tensor numbers = zeros("regressors", 1, 24, 8);
        // column 1, row 1 of 4 x 4: anchor (24, 12)
        row(numbers, 5, 2, -1, 10, 6, -4, 0, 4, 1);
        // the second of column 1, row 1 of 2 x 2: anchor (48, 24)
        row(numbers, 23, 0, 0, 20, 20, 0, 0, -48, -24);

        List<String> expected = List.of(
                "88.1 21.00 8.00 31.00 14.00 (20.00 12.00) (28.00 13.00)",
                "73.1 38.00 14.00 58.00 34.00 (48.00 24.00) (0.00 0.00)");
        assertThat(words(decode("blazeface", properties, logits, numbers))).isEqualTo(expected);
        assertThat(words(decode(
                        "blazeface",
                        properties,
                        part(logits, 0, 16),
                        part(logits, 16, 8),
                        part(numbers, 0, 16),
                        part(numbers, 16, 8))))
                .isEqualTo(expected);
    }

    @Test
    void blazeFaceKnowsTheGridsOfItsFamily() {
        Tensor logits = zeros("logits", 1, 256, 1);
        Arrays.fill(logits.values(), -200);
        logits.values()[16 * 3 + 2] = 3;
        // 16 x 16 of 4 x 2 pixels: anchor (10, 7)
        Tensor numbers = row(zeros("regressors", 1, 256, 16), 50, 0, 0, 4, 4);
        assertThat(words(decode("blazeface", Map.of(), logits, numbers)).get(0))
                .startsWith("95.3 8.00 5.00 12.00 9.00");

        Tensor shortLogits = zeros("logits", 1, 8 * 8 * 2 + 4 * 4 * 6, 1);
        Arrays.fill(shortLogits.values(), -200);
        shortLogits.values()[128 + 6 + 5] = 3;
        // column 1, row 0 of 4 x 4: anchor (24, 4)
        Tensor shortNumbers = row(zeros("regressors", 1, 224, 16), 128 + 11, 0, 0, 4, 4);
        assertThat(words(decode("blazeface", Map.of(), shortLogits, shortNumbers))
                        .get(0))
                .startsWith("95.3 22.00 2.00 26.00 6.00");
        assertThatThrownBy(() -> decode("blazeface", Map.of(), zeros("logits", 1, 100, 1), shortNumbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no output holds logits of stride 8 [1, 128, 1] among logits [1, 100, 1]");
    }

    @Test
    void yuNetScoresAreGeometricMeans() {
        List<Tensor> outputs = new ArrayList<>();
        for (int map = 0; map < 3; map++) {
            int stride = 8 << map;
            outputs.add(zeros("cls_" + stride, 1, CELLS[map], 1));
            outputs.add(zeros("obj_" + stride, 1, CELLS[map], 1));
            outputs.add(zeros("bbox_" + stride, 1, CELLS[map], 4));
            outputs.add(zeros("kps_" + stride, 1, CELLS[map], 10));
        }
        // column 3, row 1 of stride 16: sqrt(0.9 * 0.64), centre (16 * 3.5, 16 * 1.25), size (16 * 2, 16)
        row(outputs.get(4), 7, 0.9);
        row(outputs.get(5), 7, 0.64);
        row(outputs.get(6), 7, 0.5, 0.25, LN_2, 0);
        row(outputs.get(7), 7, 0, 0, 1, 0, 0.5, 0.5, 0, 1, 1, 1);
        row(outputs.get(8), 0, 1.2);
        row(outputs.get(9), 0, 0.25);

        assertThat(words(decode("yunet", Map.of(), outputs.toArray(Tensor[]::new))))
                .containsExactly("75.9 40.00 12.00 72.00 28.00"
                        + " (48.00 16.00) (64.00 16.00) (56.00 24.00) (48.00 32.00) (64.00 32.00)");
        // a class score above 1 counts as 1
        assertThat(words(decode("yunet", Map.of("threshold", "0.49"), outputs.toArray(Tensor[]::new))))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("50.0 ");
        outputs.remove(4);
        assertThatThrownBy(() -> decode("yunet", Map.of(), outputs.toArray(Tensor[]::new)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no output holds class scores and objectness of stride 16 [1, 8, 1]");
    }

    @Test
    void scrfdSidesAreDistancesFromTheCorner() {
        List<Tensor> outputs = scrfd();
        // the second anchor of column 2, row 1 of stride 8: corner (16, 8)
        row(outputs.get(0), 2 * 10 + 1, 0.9);
        row(outputs.get(3), 2 * 10 + 1, 1, 0.5, 2, 1.5);
        row(outputs.get(6), 2 * 10 + 1, 0, 0, 1, 0, 0.5, 0.5, 0, 1, 1, -1);

        List<String> expected = List.of(
                "90.0 8.00 4.00 32.00 20.00" + " (16.00 8.00) (24.00 8.00) (20.00 12.00) (16.00 16.00) (24.00 0.00)");
        assertThat(words(decode("scrfd", Map.of(), outputs.toArray(Tensor[]::new))))
                .isEqualTo(expected);
        assertThat(words(decode("scrfd", Map.of(), batched(outputs)))).isEqualTo(expected);
    }

    @Test
    void scrfdNeedsNoPoints() {
        List<Tensor> outputs = scrfd().subList(0, 6);
        row(outputs.get(2), 3, 0.9);
        row(outputs.get(5), 3, 0, 0, 1, 1);

        assertThat(words(decode("scrfd", Map.of(), outputs.toArray(Tensor[]::new))))
                .containsExactly("90.0 32.00 0.00 64.00 32.00");
        assertThatThrownBy(() -> decode("scrfd", Map.of("keypoints", "a,b"), outputs.toArray(Tensor[]::new)))
                .hasMessage("keypoints names 2 points [a, b], the outputs hold 0");
    }

    @Test
    void scrfdWithAnotherNumberOfAnchorsIsSaid() {
        assertThatThrownBy(() -> decode("scrfd", Map.of("anchors.per.cell", "1"), batched(scrfd())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no output holds scores of stride 8 [1, 32, 1] among score_8 [1, 64, 1]");
    }

    @Test
    void retinaFacePriorsMoveAndStretch() {
        int priors = 2 * (32 + 8 + 2);
        Tensor boxes = zeros("loc", 1, priors, 4);
        Tensor scores = zeros("conf", 1, priors, 2);
        Tensor points = zeros("landms", 1, priors, 10);
        // the second prior, 128, of column 1, row 0 of stride 16: middle (24, 8)
        int at = 64 + 3;
        row(scores, at, 0.1, 0.9);
        row(boxes, at, 0.5, -0.25, -5 * LN_2, -10 * LN_2);
        row(points, at, 0, 0, 1, 0, 0, 1, -1, 0, 0, -1);

        // centre (24 + 0.1 * 0.5 * 128, 8 - 0.1 * 0.25 * 128), size (64, 32)
        List<String> expected = List.of("90.0 -1.60 -11.20 62.40 20.80"
                + " (24.00 8.00) (36.80 8.00) (24.00 20.80) (11.20 8.00) (24.00 -4.80)");
        assertThat(words(decode("retinaface", Map.of(), boxes, scores, points))).isEqualTo(expected);
        assertThat(words(decode("retinaface", Map.of(), points, scores, boxes))).isEqualTo(expected);
        assertThat(words(decode("retinaface", Map.of("variances", "0.2,0.1"), boxes, scores)))
                // centre (24 + 12.8, 8 - 6.4), size (128 / sqrt(2), 64)
                .containsExactly("90.0 -8.45 -30.40 82.05 33.60");
    }

    @Test
    void retinaFacePriorsAreRead() {
        Map<String, String> properties = Map.of("strides", "32", "anchors.sizes", "10,20,30");
        Tensor scores = row(zeros("conf", 1, 6, 2), 4, 0, 1);

        assertThat(words(decode("retinaface", properties, zeros("loc", 1, 6, 4), scores)))
                .containsExactly("100.0 38.00 6.00 58.00 26.00");
        assertThatThrownBy(() -> decode("retinaface", Map.of("anchors.sizes", "10,x"), scores))
                .hasMessageContaining("anchors.sizes is not as in 16,32;64,128;256,512: 10,x");
        assertThatThrownBy(() -> decode("retinaface", Map.of("strides", "8,16"), scores))
                .hasMessageContaining("strides are not 3 positive numbers");
        assertThatThrownBy(() -> decode("retinaface", Map.of("variances", "0.1"), scores))
                .hasMessageContaining("variances are not two positive numbers: [0.1]");
        assertThatThrownBy(() -> decode("retinaface", Map.of(), zeros("loc", 1, 6, 4), scores))
                .hasMessageContaining("give 84 boxes for an input of 64 x 32, the output has 6");
    }

    @Test
    void facesAreFoundOnceBestFirst() {
        Tensor scores = row(row(zeros("scores", 1, 4, 2), 1, 0.2, 0.8), 2, 0.1, 0.9);
        row(scores, 3, 0.1, Double.NaN);
        Tensor boxes = row(row(zeros("boxes", 1, 4, 4), 1, 0, 0, 0.5, 0.5), 2, 0.01, 0, 0.51, 0.5);

        assertThat(words(decode("ultraface", Map.of(), scores, boxes))).containsExactly("90.0 0.64 0.00 32.64 16.00");
        assertThat(decode("ultraface", Map.of("nms.iou", "0.97"), scores, boxes))
                .hasSize(2);
    }

    @Test
    void aPointThatIsNoNumberLeavesTheFaceWithoutPoints() {
        List<Tensor> outputs = scrfd();
        row(outputs.get(0), 20, 0.9);
        row(outputs.get(3), 20, 1, 1, 1, 1);
        row(outputs.get(6), 20, 0, 0, Double.NaN, 0);

        assertThat(decode("scrfd", Map.of(), outputs.toArray(Tensor[]::new))
                        .get(0)
                        .keypoints())
                .isEmpty();
    }

    private static List<Tensor> scrfd() {
        List<Tensor> outputs = new ArrayList<>();
        for (int columns : new int[] {1, 4, 10}) {
            for (int map = 0; map < 3; map++) {
                String name = columns == 1 ? "score_" : columns == 4 ? "bbox_" : "kps_";
                outputs.add(zeros(name + (8 << map), 2L * CELLS[map], columns));
            }
        }
        return outputs;
    }

    private static Tensor[] batched(List<Tensor> tensors) {
        return tensors.stream()
                .map(tensor -> new Tensor(
                        tensor.name(), new long[] {1, tensor.shape()[0], tensor.shape()[1]}, tensor.values()))
                .toArray(Tensor[]::new);
    }

    private static Tensor part(Tensor table, int from, int rows) {
        int columns = table.axis(-1);
        return new Tensor(
                table.name() + from,
                new long[] {1, rows, columns},
                Arrays.copyOfRange(table.values(), from * columns, (from + rows) * columns));
    }

    private static List<DetectedFace> decode(String decoder, Map<String, String> properties, Tensor... outputs) {
        return FaceDecoders.all()
                .get(decoder)
                .create(Contexts.of(List.of(1L, 3L, (long) HEIGHT, (long) WIDTH), properties))
                .decode(Frame.whole(WIDTH, HEIGHT, 1000, 500), new Outputs(List.of(outputs)));
    }

    /** A face in words: confidence, edges of its box and points, in pixels of the input. */
    private static List<String> words(List<DetectedFace> faces) {
        return faces.stream()
                .map(face -> "%.1f %.2f %.2f %.2f %.2f"
                                .formatted(
                                        face.confidence(),
                                        face.box().left() * WIDTH,
                                        face.box().top() * HEIGHT,
                                        face.box().right() * WIDTH,
                                        face.box().bottom() * HEIGHT)
                        + face.keypoints().stream()
                                .map(point -> " (%.2f %.2f)".formatted(point.x() * WIDTH, point.y() * HEIGHT))
                                .collect(Collectors.joining()))
                .toList();
    }

    private static Tensor zeros(String name, long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        return new Tensor(name, shape, new float[size]);
    }

    private static Tensor row(Tensor table, int row, double... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            table.values()[row * table.axis(-1) + i] = (float) numbers[i];
        }
        return table;
    }
}
