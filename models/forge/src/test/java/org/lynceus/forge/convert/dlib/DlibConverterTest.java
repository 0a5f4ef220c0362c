package org.lynceus.forge.convert.dlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Rewrites;

class DlibConverterTest {
    private static final List<Long> PAIRS = List.of(-1L, 3L, 2L, 2L);

    /** With the means 128, 64, 0 the layers see red (0, 1/4, 0, 0), green (0, 0, 1/2, 0), blue (0, 0, 0, 1). */
    private static final float[] PIXELS = {128, 192, 128, 128, 64, 64, 192, 64, 0, 0, 0, 256};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void residualNetworkGivesWhatIsComputedByHand(boolean later) throws ForgeException {
        float[] output = run(residual(later), PAIRS, Layout.NCHW, PIXELS);

        assertThat(output).containsExactly(new float[] {43.125f, 64}, within(1e-4f));
    }

    @Test
    void everyImageOfABatchGetsItsOwnResult() throws ForgeException {
        float[] batch = new float[2 * PIXELS.length];
        System.arraycopy(PIXELS, 0, batch, PIXELS.length, PIXELS.length);

        float[] output = run(residual(true), PAIRS, Layout.NCHW, batch);

        assertThat(Arrays.copyOfRange(output, 2, 4)).containsExactly(new float[] {43.125f, 64}, within(1e-4f));
        assertThat(output[0]).isNotCloseTo(43.125f, within(1f));
    }

    @Test
    void channelsMayComeLast() throws ForgeException {
        float[] pixels = {128, 64, 0, 192, 64, 0, 128, 192, 0, 128, 64, 256};

        float[] output = run(residual(true), List.of(1L, 2L, 2L, 3L), Layout.NHWC, pixels);

        assertThat(output).containsExactly(new float[] {43.125f, 64}, within(1e-4f));
    }

    @Test
    void paddingCountsNeitherForTheMeanNorForTheLargest() throws ForgeException {
        float[] pixels = {256, 512, 768, 1024, -256, -256, -256, -256, 0, 0, 0, 256};

        assertThat(run(pool("avg_pool_2", 2), List.of(1L, 3L, 2L, 2L), Layout.NCHW, pixels))
                .containsExactly(1, 2, 3, 4, -1, -1, -1, -1, 0, 0, 0, 1);
        assertThat(run(pool("max_pool_2", 2), List.of(1L, 3L, 2L, 2L), Layout.NCHW, pixels))
                .containsExactly(1, 2, 3, 4, -1, -1, -1, -1, 0, 0, 0, 1);
        assertThat(run(pool("avg_pool_2", 0), List.of(1L, 3L, 2L, 2L), Layout.NCHW, pixels))
                .containsExactly(2.5f, -1, 0.25f);
    }

    /** gamma (x - mean) / sqrt(variance + epsilon) + beta = 6 (x - 1) / 2 + 5 for the red channel. */
    @Test
    void batchNormalisationUsesItsRunningFigures() throws ForgeException {
        DlibWriter file =
                new DlibWriter(true).integers(2, 3).name("input_rgb_image").decimals(0, 0, 0);
        file.name("relu_").end().integers(1);
        file.name("bn_con2")
                .tensor(6, 2, 2, 5, 0, 0)
                .place(1, 3, 1, 1)
                .place(1, 3, 1, 1)
                .tensor()
                .tensor();
        file.tensor(1, 0, 0)
                .tensor(3, 3, 3)
                .integers(9, 100)
                .decimals(1, 1, 1, 0)
                .decimals(1)
                .end();

        float[] output = run(file.file(), List.of(1L, 3L, 1L, 1L), Layout.NCHW, 768, 256, -256);

        assertThat(output).containsExactly(new float[] {11, 1, 0}, within(1e-6f));
    }

    @Test
    void cutFileIsRefusedWithThePlace() {
        byte[] file = residual(true);

        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> convert(cut, PAIRS, Layout.NCHW))
                    .as("cut after %d of %d bytes", length, file.length)
                    .isInstanceOf(ForgeException.class)
                    .hasMessageContaining("Model test, graph main: layer '")
                    .hasMessageContaining("the file ends in the middle of");
        }
        assertThatThrownBy(() -> convert(Arrays.copyOf(file, file.length + 1), PAIRS, Layout.NCHW))
                .hasMessageContaining("1 bytes follow the last layer");
    }

    @Test
    void unknownLayerIsNamed() {
        DlibWriter file = new DlibWriter(true).integers(2, 3).sizedInput(2, 2, 0, 0, 0);
        file.name("relu_").end().integers(1).name("dropout_").end();

        assertThatThrownBy(() -> convert(file.file(), PAIRS, Layout.NCHW))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("layer 'dropout_'")
                .hasMessageContaining("there is no conversion for this kind of layer");
    }

    @Test
    void unknownLossAndInputAreNamed() {
        assertThatThrownBy(() -> convert(
                        new DlibWriter(true).integers(1).name("loss_mmod_").file(), PAIRS, Layout.NCHW))
                .hasMessageContaining("layer 'loss_mmod_'");
        assertThatThrownBy(() -> convert(
                        new DlibWriter(true).integers(3).name("input<matrix>").file(), PAIRS, Layout.NCHW))
                .hasMessageContaining("layer 'input<matrix>'");
    }

    @Test
    void anotherSizeThanStoredIsRefused() {
        assertThatThrownBy(() -> convert(residual(true), List.of(1L, 3L, 4L, 4L), Layout.NCHW))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("[1, 3, 4, 4]")
                .hasMessageContaining("[1, 3, 2, 2]");
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        DlibWriter file = new DlibWriter(true).integers(3).sizedInput(2, 2, 0, 0, 0);
        file.convolution(1, 4, 1, 1, 0, 1, 1, 1, 1, 0).end().integers(1);

        assertThatThrownBy(() -> convert(file.file(), PAIRS, Layout.NCHW))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("4 channels are needed, there are 3");
    }

    /**
     * By channels, rows from top left: the first convolution gives (1, 2, 1, 1), (0, 0, 1, -1); its factors (2, 4, 2,
     * 2), (1/2, 1/2, 3/2, -1/2); positive (2, 4, 2, 2), (1/2, 1/2, 3/2, 0). The second convolution adds twice the
     * second channel to the first: (3, 5, 5, 2); with the tag (5, 9, 7, 4), (1/2, 1/2, 3/2, 0). The third sums the
     * first channel: 25; the shortcut has the means 6.25 and 0.625; together 31.25, 0.625. The matrix gives 31.25 + 3 *
     * 0.625 + 10 and 2 * 31.25 + 4 * 0.625 - 1.
     */
    private static byte[] residual(boolean later) {
        DlibWriter file =
                new DlibWriter(later).integers(1).name("loss_metric_2").decimals(0.5, 0.25);
        file.integers(2, 2, 2, 1, 1, 2, 1, 2, 2, 1, 2, 2, 3).sizedInput(2, 2, 128, 64, 0);
        file.convolution(2, 3, 1, 1, 0, 4, 0, 0, 0, 2, -1, 1, 0).end().integers(1);
        file.affine(2, 1, 0, 0.5f).end();
        file.name("relu_").end();
        file.convolution(1, 2, 1, 1, 0, 1, 2, 0).end();
        file.name("add_prev_").end();
        file.convolution(1, 2, 2, 2, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0).end();
        file.pool("avg_pool_2", 2, 2, 0).end();
        file.name("add_prev_").end();
        file.fullyConnected(2, 2, 1, 2, 3, 4, 10, -1).end();
        return file.file();
    }

    /** A window of one pixel for 0, or of three with padding on an image whose neighbours cannot win. */
    private static byte[] pool(String name, int side) {
        DlibWriter file =
                new DlibWriter(false).integers(3).name("input_rgb_image").decimals(0, 0, 0);
        return file.pool(name, side, 2, side == 0 ? 0 : 1).end().integers(1).file();
    }

    private static float[] run(byte[] file, List<Long> shape, Layout layout, float... pixels) throws ForgeException {
        byte[] graph = convert(file, shape, layout);
        long[] dims = shape.stream().mapToLong(Long::longValue).toArray();
        long image = dims[1] * dims[2] * dims[3];
        List<Long> actual = List.of(pixels.length / image, dims[1], dims[2], dims[3]);
        try (GraphRunner runner = new GraphRunner("test", graph, 1)) {
            return runner.run(pixels, actual).get("output");
        }
    }

    private static byte[] convert(byte[] file, List<Long> shape, Layout layout) throws ForgeException {
        GraphRequest request = new GraphRequest("test", "main", Optional.of(shape), layout, Map.of());
        return Rewrites.apply(
                        new DlibConverter().convert(new Weights(file), request).graph())
                .toByteArray();
    }
}
