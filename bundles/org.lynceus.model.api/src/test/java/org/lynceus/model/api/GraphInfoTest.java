package org.lynceus.model.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.model.api.GraphInfo.ColorOrder;
import org.lynceus.model.api.GraphInfo.Layout;

class GraphInfoTest {
    @Test
    void knowsItsAxesByTheLayout() {
        GraphInfo planes = graph(Layout.NCHW, ColorOrder.RGB, -1, 3, 480, 640);
        assertThat(planes.height()).isEqualTo(480);
        assertThat(planes.width()).isEqualTo(640);
        assertThat(planes.fixedSize()).isTrue();
        assertThat(planes.shape(2)).containsExactly(2, 3, 480, 640);

        GraphInfo interleaved = graph(Layout.NHWC, ColorOrder.GRAY, 1, 24, 48, 1);
        assertThat(interleaved.height()).isEqualTo(24);
        assertThat(interleaved.width()).isEqualTo(48);
        assertThat(interleaved.channels()).isEqualTo(1);
    }

    @Test
    void fillsInWhatIsFree() {
        GraphInfo line = graph(Layout.NCHW, ColorOrder.BGR, -1, 3, 48, -1);
        assertThat(line.fixedSize()).isFalse();
        assertThat(line.shape(1, 48, 320)).containsExactly(1, 3, 48, 320);
        assertThat(graph(Layout.NHWC, ColorOrder.BGR, -1, -1, -1, 3).shape(1, 64, 96))
                .containsExactly(1, 64, 96, 3);
    }

    @Test
    void oneMeanIsThatOfAllChannels() {
        assertThat(graph(Layout.NCHW, ColorOrder.RGB, 1, 3, 2, 2).mean()).containsExactly(127f, 127f, 127f);
    }

    @Test
    void aPictureHasFourAxes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph(Layout.NCHW, ColorOrder.RGB, 3, 2, 2))
                .withMessage("graph g: shape [3, 2, 2]");
    }

    private static GraphInfo graph(Layout layout, ColorOrder color, long... shape) {
        List<Long> axes = Arrays.stream(shape).boxed().toList();
        return new GraphInfo("g", "g.onnx", "00", axes, layout, color, List.of(127f), List.of(1f));
    }
}
