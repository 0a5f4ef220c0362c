package org.lynceus.inference.internal.decode.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.inference.internal.decode.objects.Decoding.column;
import static org.lynceus.inference.internal.decode.objects.Decoding.decode;
import static org.lynceus.inference.internal.decode.objects.Decoding.row;
import static org.lynceus.inference.internal.decode.objects.Decoding.words;
import static org.lynceus.inference.internal.decode.objects.Decoding.zeros;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Tensor;

/** YOLO outputs with numbers worked out by hand. */
class YoloTest {
    private static final List<String> PETS = List.of("cat", "dog");

    /** 8 × 4 cells of 8 pixels, 4 × 2 of 16, 2 × 1 of 32. */
    private static final int CELLS = 32 + 8 + 2;

    @Test
    void yoloxBoxesHangInTheirCells() {
        Tensor output = zeros("output", 1, CELLS, 7);
        // column 2, row 1 of stride 8: centre (2.5 * 8, 1.25 * 8), size (8, 8 * e^0.5)
        row(output, 10, 0.5, 0.25, 0, 0.5, 0.9, 0.1, 0.8);
        // column 1, row 0 of stride 32: centre (32 - 3.2, 16), size (32 e^-1, 32 e^-1)
        row(output, 41, -0.1, 0.5, -1, -1, 0.8, 0.75, 0.5);

        assertThat(words(decode("yolox", Map.of(), PETS, output)))
                .containsExactly("dog 72.0 16.00 3.41 24.00 16.59", "cat 60.0 22.91 10.11 34.69 21.89");
    }

    @Test
    void theThresholdIsForTheProduct() {
        Tensor output = zeros("output", 1, CELLS, 7);
        row(output, 0, 0.5, 0.5, 0, 0, 0.5, 0.59, 0);
        row(output, 3, 0.5, 0.5, 0, 0, 0.5, 0.61, 0);
        row(output, 6, 0.5, 0.5, 0, 0, 0.25, 1, 1);

        assertThat(words(decode("yolox", Map.of(), PETS, output))).containsExactly("cat 30.5 24.00 0.00 32.00 8.00");
    }

    @Test
    void yoloxMayHaveOtherStrides() {
        Tensor output = row(zeros("output", 1, 8, 7), 7, 0.5, 0.5, 0, 0, 1, 1, 0);

        assertThat(words(decode("yolox", Map.of("strides", "16"), PETS, output)))
                .containsExactly("cat 100.0 48.00 16.00 64.00 32.00");
        assertThatThrownBy(() -> decode("yolox", Map.of(), PETS, output))
                .hasMessageContaining("strides [8, 16, 32]")
                .hasMessageContaining("give 42 boxes for an input of 64 x 32, the output has 8");
    }

    @Test
    void yoloxThatDecodesItselfGivesPixels() {
        Tensor output = row(zeros("output", 1, 5, 7), 4, 20, 10, 8, 4, 1, 0, 0.5);

        assertThat(words(decode("yolox", Map.of("boxes.decoded", "true"), PETS, output)))
                .containsExactly("dog 50.0 16.00 8.00 24.00 12.00");
    }

    @Test
    void aWrongNumberOfClassesIsSaid() {
        assertThatThrownBy(() -> decode("yolox", Map.of(), PETS, zeros("output", 1, CELLS, 85)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds boxes, their objectness and the scores of 2 classes [1, N, 7] among"
                        + " output [1, 42, 85]");
        assertThatThrownBy(() -> decode("yolox", Map.of(), List.of(), zeros("output", 1, CELLS, 85)))
                .hasMessageContaining("labels is missing");
    }

    @Test
    void yolov5GivesPixelsOrRatios() {
        Tensor output = row(zeros("output0", 1, 3, 7), 1, 20, 10, 8, 4, 0.5, 0.9, 0.95);
        assertThat(words(decode("yolov5", Map.of(), PETS, output))).containsExactly("dog 47.5 16.00 8.00 24.00 12.00");

        Tensor ratios = row(zeros("output0", 1, 3, 7), 1, 0.5, 0.5, 0.25, 0.5, 0.5, 0.9, 0.5);
        assertThat(words(decode("yolov5", Map.of("boxes.space", "ratio"), PETS, ratios)))
                .containsExactly("cat 45.0 24.00 8.00 40.00 24.00");
    }

    @Test
    void severalClassesOfABoxComeOnlyWhenAskedFor() {
        Map<String, String> all = Map.of("multi.label", "true");
        Tensor output = row(zeros("output0", 1, 3, 7), 1, 20, 10, 8, 4, 0.5, 0.9, 0.95);

        assertThat(words(decode("yolov5", all, PETS, output)))
                .containsExactly("dog 47.5 16.00 8.00 24.00 12.00", "cat 45.0 16.00 8.00 24.00 12.00");
        assertThat(words(decode("yolov5", Map.of("multi.label", "true", "nms.across", "true"), PETS, output)))
                .containsExactly("dog 47.5 16.00 8.00 24.00 12.00");
        Tensor planes = column(zeros("output0", 1, 6, 9), 4, 20, 10, 8, 4, 0.9, 0.95);
        assertThat(words(decode("yolov8", all, PETS, planes)))
                .containsExactly("dog 95.0 16.00 8.00 24.00 12.00", "cat 90.0 16.00 8.00 24.00 12.00");
    }

    @Test
    void logitsBecomeScores() {
        Tensor output = row(zeros("output0", 1, 1, 7), 0, 20, 10, 8, 4, 2, 3, -3);

        // sigmoid(2) * sigmoid(3)
        assertThat(words(decode("yolov5", Map.of("activation", "sigmoid"), PETS, output)))
                .containsExactly("cat 83.9 16.00 8.00 24.00 12.00");
        Tensor planes = column(zeros("output0", 1, 6, 1), 0, 20, 10, 8, 4, 2, 3);
        assertThat(words(decode("yolov8", Map.of("activation", "sigmoid"), PETS, planes)))
                .containsExactly("dog 95.3 16.00 8.00 24.00 12.00");
    }

    @Test
    void yolov8HasPlanesOrRows() {
        Tensor planes = column(zeros("output0", 1, 6, 9), 4, 20, 10, 8, 4, 0.2, 0.7);
        column(planes, 8, 40, 16, 100, 20, 0.26, 0.24);
        List<String> expected = List.of("dog 70.0 16.00 8.00 24.00 12.00", "cat 26.0 0.00 6.00 64.00 26.00");

        assertThat(words(decode("yolov8", Map.of(), PETS, planes))).isEqualTo(expected);

        Tensor rows = row(zeros("output0", 1, 9, 6), 4, 20, 10, 8, 4, 0.2, 0.7);
        row(rows, 8, 40, 16, 100, 20, 0.26, 0.24);
        assertThat(words(decode("yolov8", Map.of(), PETS, rows))).isEqualTo(expected);
        assertThatThrownBy(() -> decode("yolov8", Map.of(), PETS, zeros("output0", 1, 84, 8400)))
                .hasMessage("no output holds boxes and the scores of 2 classes [1, 6, N] among output0 [1, 84, 8400]");
    }

    @Test
    void overlappingBoxesOfAClassAreOneThing() {
        Tensor planes = column(zeros("output0", 1, 6, 9), 4, 20, 10, 8, 4, 0.8, 0);
        column(planes, 5, 20.5, 10, 8, 4, 0.7, 0);
        column(planes, 6, 20, 10, 8, 4, 0, 0.6);
        column(planes, 7, 50, 10, 8, 4, 0.5, 0);

        assertThat(words(decode("yolov8", Map.of(), PETS, planes)))
                .containsExactly(
                        "cat 80.0 16.00 8.00 24.00 12.00",
                        "dog 60.0 16.00 8.00 24.00 12.00",
                        "cat 50.0 46.00 8.00 54.00 12.00");
        assertThat(decode("yolov8", Map.of("max.detections", "1"), PETS, planes))
                .hasSize(1);
    }

    @Test
    void whatIsNoNumberIsNoThing() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        Tensor planes = column(zeros("output0", 1, 6, 9), 0, 20, 10, 8, 4, nan, 0.6);
        column(planes, 1, nan, 10, 8, 4, 0.9, 0);
        column(planes, 2, 20, 10, infinity, 4, 0.9, 0);
        column(planes, 3, 20, 10, 8, 4, infinity, 0);
        Tensor yolox = row(zeros("output", 1, CELLS, 7), 0, 0.5, 0.5, 1000, 0, 1, 1, 0);
        row(yolox, 1, 0.5, 0.5, 0, 0, nan, 1, 0);

        assertThat(words(decode("yolov8", Map.of(), PETS, planes))).containsExactly("dog 60.0 16.00 8.00 24.00 12.00");
        assertThat(decode("yolox", Map.of(), PETS, yolox)).isEmpty();
    }

    @Test
    void aThingOutsideThePictureIsNone() {
        Tensor planes = column(zeros("output0", 1, 6, 9), 0, -10, 10, 8, 4, 0.9, 0);

        assertThat(decode("yolov8", Map.of(), PETS, planes)).isEmpty();
    }
}
