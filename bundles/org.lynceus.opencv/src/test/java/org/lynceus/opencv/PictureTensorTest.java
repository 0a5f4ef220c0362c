package org.lynceus.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.GraphInfo.ColorOrder;
import org.lynceus.model.api.GraphInfo.Layout;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class PictureTensorTest {
    @Test
    void planesAreOrderedAndNormalised() {
        FloatBuffer tensor = fill(Layout.NCHW, ColorOrder.RGB, List.of(127f), List.of(1 / 128f));

        assertThat(tensor.get(0)).isEqualTo((30 - 127) / 128f);
        assertThat(tensor.get(6)).isEqualTo((20 - 127) / 128f);
        assertThat(tensor.get(12)).isEqualTo((10 - 127) / 128f);
    }

    @Test
    void blueComesFirstWhereTheModelWantsIt() {
        FloatBuffer tensor = fill(Layout.NCHW, ColorOrder.BGR, List.of(0f), List.of(1f));

        assertThat(tensor.get(0)).isEqualTo(10f);
        assertThat(tensor.get(17)).isEqualTo(30f);
    }

    @Test
    void interleavedChannelsHaveTheirOwnMeanAndScale() {
        FloatBuffer tensor = fill(Layout.NHWC, ColorOrder.RGB, List.of(1f, 2f, 3f), List.of(1f, 0.5f, 2f));

        assertThat(tensor.get(3)).isEqualTo(29f);
        assertThat(tensor.get(4)).isEqualTo(9f);
        assertThat(tensor.get(5)).isEqualTo(14f);
    }

    @Test
    void aPictureOfAnotherSizeIsStretched() {
        GraphInfo graph = graph(Layout.NHWC, ColorOrder.BGR, List.of(0f), List.of(1f));
        FloatBuffer tensor = new PictureTensor(graph).fill(new Mat(40, 30, CvType.CV_8UC3, new Scalar(7, 8, 9)));

        assertThat(tensor.remaining()).isEqualTo(18);
        assertThat(tensor.get(15)).isEqualTo(7f);
    }

    @Test
    void aClosedTensorIsNotFilled() {
        PictureTensor tensor = new PictureTensor(graph(Layout.NCHW, ColorOrder.RGB, List.of(0f), List.of(1f)));
        tensor.close();
        tensor.close();

        assertThatIllegalStateException().isThrownBy(() -> tensor.fill(new Mat(2, 3, CvType.CV_8UC3)));
    }

    @Test
    void grayIsOneChannelOfLuma() {
        GraphInfo graph = new GraphInfo(
                "g",
                "g.onnx",
                "00",
                List.of(1L, 2L, 2L, 1L),
                Layout.NHWC,
                ColorOrder.GRAY,
                List.of(100f),
                List.of(0.5f));
        FloatBuffer tensor = new PictureTensor(graph).fill(new Mat(2, 2, CvType.CV_8UC3, new Scalar(10, 200, 50)));

        assertThat(tensor.remaining()).isEqualTo(4);
        // 0.114 * 10 + 0.587 * 200 + 0.299 * 50 = 133.49
        assertThat(tensor.get(3)).isEqualTo((133 - 100) * 0.5f);
    }

    @Test
    void freeAxesAreThoseOfThePicture() {
        try (PictureTensor tensor = new PictureTensor(free(List.of(1L, 3L, -1L, -1L)))) {
            FloatBuffer large = tensor.fill(new Mat(300, 200, CvType.CV_8UC3, new Scalar(1, 2, 3)));
            assertThat(large.remaining()).isEqualTo(3 * 300 * 200);
            assertThat(large.get(2 * 300 * 200)).isEqualTo(3f);
            FloatBuffer small = tensor.fill(new Mat(2, 4, CvType.CV_8UC3, new Scalar(4, 5, 6)));
            assertThat(small.remaining()).isEqualTo(24);
            assertThat(small.get(8)).isEqualTo(5f);
        }
    }

    @Test
    void aFixedAxisIsKeptBesideAFreeOne() {
        try (PictureTensor tensor = new PictureTensor(free(List.of(1L, 3L, 8L, -1L)))) {
            FloatBuffer filled = tensor.fill(new Mat(4, 10, CvType.CV_8UC3, new Scalar(1, 2, 3)));
            assertThat(filled.remaining()).isEqualTo(3 * 8 * 10);
        }
    }

    @Test
    void aPictureWithoutMeasureIsRefused() {
        try (PictureTensor tensor = new PictureTensor(free(List.of(1L, 3L, -1L, -1L)))) {
            Mat wide = new Mat(2, PictureTensor.MOST_PIXELS, CvType.CV_8UC3);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tensor.fill(wide))
                    .withMessageContaining("graph g takes no more than");
            wide.release();
        }
    }

    private static GraphInfo free(List<Long> shape) {
        return new GraphInfo("g", "g.onnx", "00", shape, Layout.NCHW, ColorOrder.BGR, List.of(0f), List.of(1f));
    }

    private static FloatBuffer fill(Layout layout, ColorOrder color, List<Float> mean, List<Float> scale) {
        return new PictureTensor(graph(layout, color, mean, scale)) // stays open: the result lies in its memory
                .fill(new Mat(2, 3, CvType.CV_8UC3, new Scalar(10, 20, 30)));
    }

    private static GraphInfo graph(Layout layout, ColorOrder color, List<Float> mean, List<Float> scale) {
        List<Long> shape = layout == Layout.NCHW ? List.of(1L, 3L, 2L, 3L) : List.of(1L, 2L, 3L, 3L);
        return new GraphInfo("g", "g.onnx", "00", shape, layout, color, mean, scale);
    }

    static {
        OpenCv.load();
    }
}
