package org.lynceus.inference.internal.decode.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.inference.internal.decode.objects.Decoding.decode;
import static org.lynceus.inference.internal.decode.objects.Decoding.row;
import static org.lynceus.inference.internal.decode.objects.Decoding.words;
import static org.lynceus.inference.internal.decode.objects.Decoding.zeros;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Tensor;

/** DETR outputs with numbers worked out by hand. */
class DetrTest {
    private static final List<String> PETS = List.of("cat", "dog");
    private static final Map<String, String> SIGMOID = Map.of("activation", "sigmoid");

    private final Tensor boxes = boxes();

    @Test
    void aQueryIsItsBestClassUnlessItIsNothing() {
        Tensor logits = zeros("logits", 1, 3, 3);
        // e^2 / (e^2 + 1 + 1) = 0.787; nothing wins the second; 0.576 for the third
        row(logits, 0, 0, 2, 0);
        row(logits, 1, 3, 0, 9);
        row(logits, 2, 1, 0, 0);

        assertThat(words(decode("detr", Map.of(), PETS, logits, boxes)))
                .containsExactly("dog 78.7 8.00 4.00 24.00 12.00", "cat 57.6 0.00 0.00 64.00 32.00");
    }

    @Test
    void nothingMayBeTheFirstColumn() {
        Tensor logits = row(zeros("logits", 1, 3, 3), 0, 0, 0, 3);
        row(logits, 1, 9, 0, 3);

        assertThat(words(decode("detr", Map.of("background", "first"), PETS, logits, boxes)))
                .containsExactly("dog 90.9 8.00 4.00 24.00 12.00");
        assertThat(words(decode(
                        "detr", Map.of("background", "first"), List.of("nothing", "cat", "dog"), logits2(), boxes())))
                .containsExactly("dog 90.9 8.00 4.00 24.00 12.00");
    }

    @Test
    void sigmoidTakesTheBestPairs() {
        Tensor logits = row(zeros("logits", 1, 3, 2), 0, 2, 1);
        row(logits, 1, -1, 3);
        row(logits, 2, -2, -2);

        assertThat(words(decode("detr", SIGMOID, PETS, logits, boxes)))
                .containsExactly(
                        "dog 95.3 32.00 16.00 64.00 32.00",
                        "cat 88.1 8.00 4.00 24.00 12.00",
                        "dog 73.1 8.00 4.00 24.00 12.00");
        assertThat(decode("detr", Map.of("activation", "sigmoid", "max.detections", "2"), PETS, logits, boxes))
                .hasSize(2);
        assertThat(decode("detr", Map.of("activation", "sigmoid", "multi.label", "false"), PETS, logits, boxes))
                .hasSize(2);
    }

    @Test
    void equalBoxesAreDifferentThings() {
        Tensor logits = row(row(zeros("logits", 1, 3, 2), 0, 2, -9), 1, 1, -9);
        row(logits, 2, -9, -9);
        Tensor same = row(row(zeros("boxes", 1, 3, 4), 0, 0.5, 0.5, 0.5, 0.5), 1, 0.5, 0.5, 0.5, 0.5);

        assertThat(decode("detr", SIGMOID, PETS, logits, same)).hasSize(2);
    }

    @Test
    void oneOutputMayHoldBoxesAndScores() {
        Tensor both = row(zeros("output0", 1, 3, 6), 1, 0.25, 0.25, 0.25, 0.25, 0.1, 0.8);

        assertThat(words(decode("detr", Map.of("activation", "none"), PETS, both)))
                .containsExactly("dog 80.0 8.00 4.00 24.00 12.00");
    }

    @Test
    void rowsThatNameNoClassAreNotReported() {
        Tensor logits = row(zeros("logits", 1, 3, 4), 0, 5, 1, 0, 0);
        row(logits, 1, 0, 0, 5, 0);
        row(logits, 2, 0, 0, 0, 9);

        assertThat(words(decode("detr", Map.of(), List.of("N/A", "cat", "???"), logits, boxes)))
                .isEmpty();
        assertThat(words(decode("detr", Map.of(), List.of("person", "cat", "???"), again(), boxes)))
                .containsExactly("person 96.9 8.00 4.00 24.00 12.00");
    }

    @Test
    void boxesAreToldFromScoresOfFourClassesByNameUnlessTheOutputsAreNamed() {
        List<String> four = List.of("cat", "dog", "cow", "hen");
        Tensor logits = row(zeros("logits", 1, 3, 4), 1, 0, 0, 3, 0);
        Map<String, String> named = Map.of("activation", "sigmoid", "outputs", "a,b");
        List<String> expected = List.of("cow 95.3 32.00 16.00 64.00 32.00");

        assertThat(words(decode("detr", SIGMOID, four, logits, boxes))).isEqualTo(expected);
        assertThat(words(decode("detr", SIGMOID, four, boxes, logits))).isEqualTo(expected);
        assertThat(words(decode("detr", named, four, logits, boxes))).isEqualTo(expected);
        assertThat(words(decode("detr", named, four, boxes, logits))).isNotEqualTo(expected);
    }

    @Test
    void outputsThatDoNotFitAreSaid() {
        assertThatThrownBy(() -> decode("detr", Map.of(), PETS, zeros("logits", 1, 3, 92), boxes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds logits of 2 or 3 classes [1, 3, C] among logits [1, 3, 92],"
                        + " pred_boxes [1, 3, 4]");
        assertThatThrownBy(() -> decode("detr", Map.of(), PETS, zeros("logits", 1, 5, 3), boxes))
                .hasMessageContaining("no output holds logits of 2 or 3 classes [1, 3, C] among logits [1, 5, 3]");
        assertThatThrownBy(() -> decode("detr", Map.of("background", "middle"), PETS, boxes))
                .hasMessageContaining("background is none of [none, first, last]: middle");
    }

    private static Tensor boxes() {
        Tensor boxes = row(zeros("pred_boxes", 1, 3, 4), 0, 0.25, 0.25, 0.25, 0.25);
        row(boxes, 1, 0.75, 0.75, 0.5, 0.5);
        return row(boxes, 2, 0.5, 0.5, 1.5, 1);
    }

    private static Tensor logits2() {
        return row(row(row(zeros("logits", 1, 3, 3), 0, 0, 0, 3), 1, 9, 0, 3), 2, 9, 0, 0);
    }

    private static Tensor again() {
        Tensor logits = row(zeros("logits", 1, 3, 4), 0, 5, 1, 0, 0);
        row(logits, 1, 0, 0, 5, 0);
        return row(logits, 2, 0, 0, 0, 9);
    }
}
