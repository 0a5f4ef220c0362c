package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.ModelInfo;

class FusionTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "fusion.with", "b-0123",
            "fusion.weight", "0.2",
            "fusion.companion.weight", "0.8",
            "fusion.similarity.slope", "90",
            "fusion.similarity.midpoint", "0.7");

    private final Fusion fusion =
            new Fusion("b-0123", 0.2, 0.8, new Calibration(new Similarity(90, 0.7), Optional.empty()));

    @Test
    void theCosineOfJoinedVectorsIsTheWeightedMean() {
        float[] one = fusion.join(vector(0.1), vector(1.2, 0.4));
        float[] two = fusion.join(vector(0.9), vector(0.3, 0.5));
        double expected = 0.2 * dot(vector(0.1), vector(0.9)) + 0.8 * dot(vector(1.2, 0.4), vector(0.3, 0.5));

        assertThat(one).hasSize(5);
        assertThat(dot(one, two)).isCloseTo(expected, within(1e-6));
        assertThat(dot(one, one)).isCloseTo(1, within(1e-6));
    }

    @Test
    void aModelSaysHowItIsJoined() {
        assertThat(Fusion.of(info(COMPLETE))).contains(fusion);
    }

    @Test
    void aModelWithoutCompanionIsNotJoined() {
        assertThat(Fusion.of(info(Map.of("fusion.weight", "0.2")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fusion.weight", "fusion.companion.weight", "fusion.similarity.slope", "fusion.similarity.midpoint"})
    void whoNamesACompanionSaysTheRest(String key) {
        Map<String, String> properties = new HashMap<>(COMPLETE);
        properties.remove(key);
        ModelInfo info = info(properties);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fusion.of(info))
                .withMessageContaining("model a does not say its " + key);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "0.5, 0.6", "NaN, 0.5", "-0.5, 1.5"})
    void weightsThatDoNotShareOneAreRefused(double weight, double companionWeight) {
        Calibration calibration = new Calibration(new Similarity(90, 0.7), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fusion("b-0123", weight, companionWeight, calibration))
                .withMessageContaining("make 1 together");
    }

    private static float[] vector(double angle) {
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    private static float[] vector(double angle, double height) {
        double radius = Math.sqrt(1 - height * height);
        return new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle)), (float) height};
    }

    private static double dot(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot;
    }

    /** What a model says that has these properties. */
    static ModelInfo info(Map<String, String> properties) {
        GraphInfo graph = new GraphInfo(
                "embed",
                "embed.onnx",
                "00",
                List.of(1L, 3L, 112L, 112L),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(0f),
                List.of(1f));
        return new ModelInfo("a", "1", "face-embedding", List.of(graph), List.of(), properties);
    }
}
