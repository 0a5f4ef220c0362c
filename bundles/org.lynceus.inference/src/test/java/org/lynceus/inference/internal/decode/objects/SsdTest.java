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

/** Outputs of detectors that decode boxes themselves, with numbers worked out by hand. */
class SsdTest {
    private static final List<String> PETS = List.of("cat", "dog");

    private final Tensor boxes = boxes();
    private final Tensor classes = row(zeros("detection_classes", 1, 3), 0, 1, 0, 0);
    private final Tensor scores = row(zeros("detection_scores", 1, 3), 0, 0.9, 0.8, 0.7);

    @Test
    void listsOfBoxesClassesAndScores() {
        assertThat(words(decode("ssd", Map.of(), PETS, boxes, classes, scores)))
                .containsExactly(
                        "dog 90.0 16.00 8.00 48.00 16.00",
                        "cat 80.0 16.00 8.00 48.00 16.00",
                        "cat 70.0 32.00 0.00 64.00 32.00");
    }

    @Test
    void onlySoManyCountAsTheGraphSays() {
        Tensor two = row(zeros("num_detections", 1), 0, 2);

        assertThat(decode("ssd", Map.of(), PETS, boxes, classes, scores, two)).hasSize(2);
        assertThat(decode("ssd", Map.of(), PETS, boxes, classes, scores, zeros("num_detections", 1)))
                .isEmpty();
    }

    @Test
    void scoresAreToldFromClassesByNameUnlessTheOutputsAreNamed() {
        List<String> expected = words(decode("ssd", Map.of(), PETS, boxes, classes, scores));

        assertThat(words(decode("ssd", Map.of(), PETS, scores, classes, boxes))).isEqualTo(expected);
        assertThat(words(decode("ssd", Map.of("graph.g.outputs", "a,b,c"), PETS, boxes, classes, scores)))
                .isEqualTo(expected);
        assertThat(words(decode("ssd", Map.of("graph.g.outputs", "a,b,c"), PETS, boxes, scores, classes)))
                .isNotEqualTo(expected);
    }

    @Test
    void boxesMayBePixelsInAnotherOrder() {
        Tensor pixels = row(zeros("boxes", 1, 4), 0, 10, 5, 40, 30);
        Tensor labels = row(zeros("labels", 1), 0, 1);
        Tensor one = row(zeros("scores", 1), 0, 0.9);
        Map<String, String> properties = Map.of("boxes.order", "xyxy", "boxes.space", "pixel");

        assertThat(words(decode("ssd", properties, PETS, pixels, labels, one)))
                .containsExactly("dog 90.0 10.00 5.00 40.00 30.00");
    }

    @Test
    void whatElseTheGraphGivesIsPassedOver() {
        List<String> expected = words(decode("ssd", Map.of(), PETS, boxes, classes, scores));

        assertThat(words(decode(
                        "ssd",
                        Map.of(),
                        PETS,
                        zeros("detection_anchor_indices", 1, 3),
                        boxes,
                        classes,
                        zeros("detection_multiclass_scores", 1, 3, 3),
                        scores,
                        row(zeros("num_detections", 1), 0, 3),
                        zeros("raw_detection_boxes", 1, 9, 4),
                        zeros("raw_detection_scores", 1, 9, 3))))
                .isEqualTo(expected);
    }

    @Test
    void thereMayBeOneOrNone() {
        Map<String, String> properties = Map.of("boxes.order", "xyxy", "boxes.space", "pixel");
        Tensor one = row(zeros("boxes", 1, 4), 0, 10, 5, 40, 30);

        assertThat(words(decode("ssd", properties, List.of("cat"), one, zeros("labels", 1, 1), scored(1, 1))))
                .containsExactly("cat 90.0 10.00 5.00 40.00 30.00");
        assertThat(decode("ssd", properties, PETS, zeros("boxes", 0, 4), zeros("labels", 0), zeros("scores", 0)))
                .isEmpty();
        assertThat(decode("ssd", Map.of(), PETS, zeros("output0", 1, 0, 6))).isEmpty();
    }

    @Test
    void classesMayBeginWithOneAndMayHaveGaps() {
        Map<String, String> fromOne = Map.of("classes.first", "1");

        assertThat(words(decode("ssd", fromOne, List.of("???", "cat"), boxes, classes, scores)))
                .isEmpty();
        assertThat(words(decode("ssd", fromOne, PETS, boxes, classes, scores)))
                .containsExactly("cat 90.0 16.00 8.00 48.00 16.00");
        assertThat(words(decode("ssd", Map.of(), List.of("cat", "???"), boxes, classes, scores)))
                .hasSize(2);
        row(classes, 0, Double.NaN, 77, -1);
        assertThat(decode("ssd", Map.of(), PETS, boxes, classes, scores)).isEmpty();
    }

    @Test
    void oneOutputOfSixColumns() {
        Tensor output = row(zeros("output0", 1, 300, 6), 2, 10, 5, 40, 30, 0.75, 1);

        assertThat(words(decode("ssd", Map.of(), PETS, output))).containsExactly("dog 75.0 10.00 5.00 40.00 30.00");
    }

    @Test
    void oneOutputOfSevenColumns() {
        Tensor output = row(zeros("detection_out", 1, 1, 5, 7), 2, 0, 1, 0.75, 0.25, 0.5, 0.5, 1);

        assertThat(words(decode("ssd", Map.of(), PETS, output))).containsExactly("dog 75.0 16.00 16.00 32.00 32.00");
    }

    @Test
    void scoresOfAllClassesAreSuppressed() {
        Map<String, String> properties = Map.of("background", "first", "boxes.order", "xyxy");
        Tensor corners = row(zeros("boxes", 1, 3, 4), 0, 0.25, 0.25, 0.5, 0.5);
        row(corners, 1, 0.25, 0.25, 0.52, 0.5);
        row(corners, 2, 0.5, 0.5, 1, 1);
        Tensor all = row(zeros("scores", 1, 3, 3), 0, 0.1, 0.1, 0.8);
        row(all, 1, 0.4, 0, 0.6);
        row(all, 2, 0.9, 0.05, 0.05);

        assertThat(words(decode("ssd", properties, PETS, all, corners)))
                .containsExactly("dog 80.0 16.00 8.00 32.00 16.00");
    }

    @Test
    void outputsThatDoNotFitAreSaid() {
        assertThatThrownBy(() -> decode("ssd", Map.of(), PETS, boxes, zeros("scores", 1, 3, 21)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds classes [1, 3] and scores [1, 3], or scores of 2 classes [1, 3, C], among"
                        + " detection_boxes [1, 3, 4], scores [1, 3, 21]");
        assertThatThrownBy(() -> decode("ssd", Map.of(), PETS, zeros("output0", 1, 84, 8400)))
                .hasMessage("one output of decoded boxes is [1, N, 6] or [1, 1, N, 7], not output0 [1, 84, 8400]");
    }

    private static Tensor boxes() {
        Tensor boxes = row(zeros("detection_boxes", 1, 3, 4), 0, 0.25, 0.25, 0.5, 0.75);
        row(boxes, 1, 0.25, 0.25, 0.5, 0.75);
        return row(boxes, 2, 0, 0.5, 2, 1.5);
    }

    private static Tensor scored(long... shape) {
        return row(zeros("scores", shape), 0, 0.9);
    }
}
