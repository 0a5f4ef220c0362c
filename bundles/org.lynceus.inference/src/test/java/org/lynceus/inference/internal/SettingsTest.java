package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.model.api.GraphInfo;

class SettingsTest {
    @Test
    void givesThreadsToLargeGraphsOnly() {
        assertThat(new Settings(2, 2, 0).threads(graph(640, 480, 0))).isEqualTo(1);
        assertThat(new Settings(2, 2, 0).threads(graph(1280, 960, 0))).isEqualTo(1);
        assertThat(new Settings(4, 4, 0).threads(graph(1280, 960, 0))).isEqualTo(3);
        assertThat(new Settings(16, 16, 0).threads(graph(1280, 960, 0))).isEqualTo(4);
        assertThat(new Settings(1, 1, 0).threads(graph(1280, 960, 0))).isEqualTo(1);
    }

    @Test
    void heedsTheConfigurationAndTheGraphBeforeIt() {
        assertThat(new Settings(2, 2, 3).threads(graph(64, 64, 0))).isEqualTo(3);
        assertThat(new Settings(2, 2, 3).threads(graph(1280, 960, 1))).isEqualTo(1);
    }

    @Test
    void leavesACoreToTheCaller() {
        assertThat(new Settings(2, 2, 0).helpers()).isEqualTo(1);
        assertThat(new Settings(1, 1, 0).helpers()).isZero();
        assertThat(Settings.of(0, 0).concurrency())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Settings.of(7, 0).concurrency()).isEqualTo(7);
    }

    private static GraphSpec graph(long width, long height, int threads) {
        GraphInfo info = new GraphInfo(
                "g",
                "g.onnx",
                "00",
                List.of(1L, 3L, height, width),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(0f),
                List.of(1f));
        return new GraphSpec(info, Optional.empty(), List.of(), threads);
    }
}
