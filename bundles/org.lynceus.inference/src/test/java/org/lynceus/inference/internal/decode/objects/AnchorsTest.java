package org.lynceus.inference.internal.decode.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lynceus.inference.internal.decode.objects.Decoding.decode;
import static org.lynceus.inference.internal.decode.objects.Decoding.row;
import static org.lynceus.inference.internal.decode.objects.Decoding.words;
import static org.lynceus.inference.internal.decode.objects.Decoding.zeros;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Contexts;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Candidates;
import org.lynceus.inference.internal.decode.boxes.Strides;

/** EfficientDet and NanoDet outputs with numbers worked out by hand. */
class AnchorsTest {
    private static final List<String> PETS = List.of("cat", "dog");
    private static final double LN_2 = Math.log(2);

    @Test
    void numbersMoveAndStretchAnAnchor() {
        AnchorBoxes anchors = new AnchorBoxes(
                new float[] {0, 0, 1, 1, 0.5f, 0.25f, 0.25f, 0.5f}, AnchorBoxes.divisors(Contexts.of(Map.of())));
        Candidates candidates = new Candidates(0, Float.POSITIVE_INFINITY);

        anchors.add(candidates, frame(100, 200), 0.5f, 1, 1, new float[] {9, 9, 0.5f, -0.25f, (float) LN_2, 0}, 2);

        // centre (0.25 - 0.25 * 0.5, 0.5 + 0.5 * 0.25) = (0.125, 0.625), size (0.5, 0.25 * 2)
        assertThat(candidates.x1(0)).isCloseTo(-12.5f, within(1e-4f));
        assertThat(candidates.y1(0)).isCloseTo(75, within(1e-4f));
        assertThat(candidates.x2(0)).isCloseTo(37.5f, within(1e-4f));
        assertThat(candidates.y2(0)).isCloseTo(175, within(1e-4f));
    }

    @Test
    void numbersMayBeDivided() {
        AnchorBoxes anchors = new AnchorBoxes(
                new float[] {0.5f, 0.5f, 0.5f, 0.5f},
                AnchorBoxes.divisors(Contexts.of(Map.of("anchors.scale", "10,10,5,5"))));
        Candidates candidates = new Candidates(0, Float.POSITIVE_INFINITY);

        anchors.add(candidates, frame(100, 100), 0.5f, 1, 0, new float[] {1, -2, (float) (5 * LN_2), 0}, 0);

        assertThat(candidates.x1(0)).isCloseTo(15, within(1e-4f));
        assertThat(candidates.y1(0)).isCloseTo(5, within(1e-4f));
        assertThat(candidates.x2(0)).isCloseTo(65, within(1e-4f));
        assertThat(candidates.y2(0)).isCloseTo(105, within(1e-4f));
        assertThatThrownBy(() -> AnchorBoxes.divisors(Contexts.of(Map.of("anchors.scale", "10,5"))))
                .hasMessageContaining("anchors.scale is not one or four positive numbers: [10.0, 5.0]");
    }

    @Test
    void withoutAFileTheAnchorsAreThoseOfThePaper() {
        AnchorBoxes anchors = AnchorBoxes.efficientDet(
                new Strides(List.of(8, 16), List.of(9, 9)), frame(64, 32), 4, new double[] {1, 1, 1, 1});

        assertThat(anchors.count()).isEqualTo(9 * (32 + 8));
        // column 1, row 0 of stride 8, square of the third octave: 4 * 2^(2/3) cells
        assertAnchor(anchors, 9 + 6, 0.5 / 4, 1.5 / 8, 4 * 1.587401 / 4, 4 * 1.587401 / 8);
        // column 3, row 1 of stride 16, first octave, wide and tall
        assertAnchor(anchors, 9 * (32 + 7) + 1, 1.5 / 2, 3.5 / 4, 4 * 0.7071068 / 2, 4 * 1.414214 / 4);
        assertAnchor(anchors, 9 * (32 + 7) + 2, 1.5 / 2, 3.5 / 4, 4 * 1.414214 / 2, 4 * 0.7071068 / 4);
    }

    @Test
    void theBestOfAnchorsAreThings() {
        Map<String, String> properties = Map.of("strides", "32", "anchors.size", "1");
        Tensor boxes = zeros("boxes", 1, 18, 4);
        Tensor scores = row(zeros("scores", 1, 18, 2), 0, 0.5, 0.45);
        row(scores, 9, 0, 0.9);
        row(scores, 10, 0, 0.3);

        assertThat(words(decode("efficientdet", properties, PETS, boxes, scores)))
                .containsExactly(
                        "dog 90.0 32.00 0.00 64.00 32.00",
                        "cat 50.0 0.00 0.00 32.00 32.00",
                        "dog 45.0 0.00 0.00 32.00 32.00");
        assertThatThrownBy(() -> decode("efficientdet", properties, PETS, boxes, zeros("scores", 1, 18, 90)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds scores of 2 classes for each anchor [1, 18, C] among boxes [1, 18, 4],"
                        + " scores [1, 18, 90]");
        assertThatThrownBy(() -> decode("efficientdet", Map.of(), PETS, boxes, scores))
                .hasMessageContaining("there are 396 anchors, output boxes [1, 18, 4] has a box for each of 18");
    }

    @Test
    void nanoDetSidesAreMeansOfDistances() {
        Map<String, String> properties = Map.of("strides", "16");
        Tensor scores = row(zeros("scores", 1, 8, 2), 5, 0.1, 0.6);
        Tensor distances = zeros("distances", 1, 8, 12);
        // of 0, 1, 2: the middle 1, surely 0, surely 2, halfway 0.5; column 1, row 1: middle (24, 24)
        row(distances, 5, 0, 0, 0, 50, 0, 0, 0, 0, 50, 50, 50, 0);

        List<String> expected = List.of("dog 60.0 8.00 24.00 56.00 32.00");
        assertThat(words(decode("nanodet", properties, PETS, scores, distances)))
                .isEqualTo(expected);
        assertThat(words(decode("nanodet", properties, PETS, distances, scores)))
                .isEqualTo(expected);
        Tensor both = row(zeros("output", 1, 8, 14), 5, 0.1, 0.6, 0, 0, 0, 50, 0, 0, 0, 0, 50, 50, 50, 0);
        assertThat(words(decode("nanodet", properties, PETS, both))).isEqualTo(expected);
        assertThat(words(decode("nanodet", Map.of("strides", "16", "anchors.offset", "0"), PETS, both)))
                .containsExactly("dog 60.0 0.00 16.00 48.00 24.00");
    }

    @Test
    void nanoDetOutputsAreCheckedStrideByStride() {
        Tensor fine = zeros("s8", 1, 32, 2);
        Tensor fineDistances = zeros("d8", 1, 32, 44);
        assertThatThrownBy(() -> decode("nanodet", Map.of(), PETS, fine, fineDistances))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no output holds scores of stride 16 [1, 8, 2] among s8 [1, 32, 2], d8 [1, 32, 44]");
        assertThatThrownBy(() -> decode("nanodet", Map.of("bins", "8"), PETS, fine, fineDistances))
                .hasMessageContaining("distances of the four sides of stride 8");
    }

    private static void assertAnchor(AnchorBoxes anchors, int index, double cy, double cx, double h, double w) {
        double[] expected = {cy, cx, h, w};
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) anchors.rows()[4 * index + i]).isCloseTo(expected[i], within(1e-5));
        }
    }

    private static Frame frame(int width, int height) {
        return Frame.whole(width, height, width, height);
    }
}
