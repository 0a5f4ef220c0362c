package org.lynceus.inference.internal.decode.boxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Contexts;

class SelectionTest {
    @Test
    void absentKeysHaveDefaults() {
        Selection selection = Selection.of(Contexts.of(Map.of()), 0.4, 0.5);

        assertThat(selection)
                .isEqualTo(new Selection(0.4f, 0, Float.POSITIVE_INFINITY, new Suppression(0.5, false, 300)));
    }

    @Test
    void keysAreRead() {
        Selection selection = Selection.of(
                Contexts.of(Map.of(
                        "threshold", "0.1",
                        "graph.g.threshold", "0.2",
                        "nms.iou", "0.7",
                        "nms.across", "true",
                        "max.detections", "25",
                        "min.size", "4",
                        "graph.g.max.size", "128")),
                0.4,
                0.5);

        assertThat(selection).isEqualTo(new Selection(0.2f, 4, 128, new Suppression(0.7, true, 25)));
    }

    @Test
    void aWrongNumberIsNamed() {
        assertThatThrownBy(() -> Selection.of(Contexts.of(Map.of("nms.iou", "50")), 0.4, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nms.iou is not from 0 to 1: 50");
        assertThatThrownBy(() -> Selection.of(Contexts.of(Map.of("max.detections", "0")), 0.4, 0.5))
                .hasMessageContaining("max.detections");
    }

    @Test
    void aThresholdOfNumbersIsThatOfTheirScores() {
        Scoring logistic = Scoring.of(Contexts.of(Map.of("activation", "sigmoid")), Activation.NONE);

        assertThat(logistic.score(0.8472979f)).isCloseTo(0.7f, within(1e-6f));
        assertThat(logistic.inverse(0.7f)).isCloseTo(0.8472979f, within(1e-6f));
        assertThat(logistic.inverse(0)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(logistic.inverse(1)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(logistic.score(Float.POSITIVE_INFINITY)).isEqualTo(1);
        Scoring plain = Scoring.of(Contexts.of(Map.of()), Activation.NONE);
        assertThat(plain.score(0.3f)).isEqualTo(0.3f);
        assertThat(plain.inverse(0.3f)).isEqualTo(0.3f);
    }

    @Test
    void aSoftmaxOfNothingIsRefused() {
        assertThatThrownBy(() -> Scoring.of(Contexts.of(Map.of("activation", "softmax")), Activation.NONE))
                .hasMessageContaining("activation is neither none nor sigmoid: softmax");
    }
}
