package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.forge.convert.tfjs.Definitions.assertClose;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.convolution;
import static org.lynceus.forge.convert.tfjs.TfjsWriter.random;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;

class TfjsConverterTest {
    private final TfjsWriter file = new TfjsWriter();

    @Test
    void signatureNamesTheOutputsInOrder() throws Exception {
        file.input("x", 2).node("a", "Neg", "", "x").node("b", "Abs", "", "a").outputs("b", "a");

        assertThat(outputs(file.convert(Layout.NHWC))).containsExactly("b", "a");
    }

    @Test
    void withoutSignatureWhatNobodyReadsIsAnOutput() throws Exception {
        file.input("x", 2).node("a", "Neg", "", "x").node("b", "Abs", "", "a").node("idle", "NoOp", "");

        assertThat(outputs(file.convert(Layout.NHWC))).containsExactly("b");
    }

    @Test
    void wantedOutputsCutTheGraph() throws Exception {
        file.input("x", 2)
                .node("a", "Neg", "", "x")
                .node("b", "NonMaxSuppressionV3", "", "a")
                .outputs("b")
                .option("outputs", " a ");

        assertThat(file.run(new float[] {1, -2}, 2)).containsOnlyKeys("a");
        assertThatThrownBy(() -> file.option("outputs", "a,x").convert(Layout.NHWC))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'x' is the input");
    }

    @Test
    void inputMayLieBehindPreprocessing() throws Exception {
        file.input("x", "DT_STRING")
                .node("decoded", "DecodeJpeg", "", "x")
                .node("scaled", "Neg", "", "decoded")
                .node("y", "Neg", "", "scaled")
                .outputs("y")
                .option("input", "scaled");

        assertThat(file.run(new float[] {1, -2}, 2).get("y")).containsExactly(-1, 2);
        assertThatThrownBy(() -> file.option("input", "lost").convert(Layout.NHWC, 2))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'lost'");
    }

    @Test
    void sameValueMayBeSeveralOutputs() throws Exception {
        file.input("x", 2)
                .node("a", "Neg", "", "x")
                .node("b", "Identity", "", "a")
                .node("c", "Identity", "", "a")
                .outputs("b", "c");

        assertThat(file.run(new float[] {1, -2}, 2).get("c")).containsExactly(-1, 2);
    }

    @Test
    void channelsFirstInputIsFedAsAskedFor() throws Exception {
        float[] image = random(1, 24);
        file.input("x", -1, 3, 4, 2)
                .floats("swap", new float[] {0, 1, 1, 0}, 1, 1, 2, 2)
                .node("y", "Conv2D", convolution("SAME", 1, 1), "x", "swap");
        float[] planes = new float[24];
        for (int i = 0; i < 24; i++) {
            planes[i % 2 * 12 + i / 2] = image[i];
        }

        Converted first = file.convert(Layout.NCHW, 1, 2, 3, 4);
        Converted last = file.convert(Layout.NHWC, 1, 3, 4, 2);

        float[] expected = TfjsWriter.run(last, image, 1, 3, 4, 2).get("y");
        assertClose(TfjsWriter.run(first, planes, 1, 2, 3, 4).get("y"), expected);
        assertThat(expected[0]).isEqualTo(image[1]);
    }

    @Test
    void modelThatTakesChannelsFirstIsFedChannelsLast() throws Exception {
        float[] image = random(1, 1 * 6 * 5 * 3);
        file.input("x", 1, 3, 6, 5).node("y", "Neg", "", "x");

        float[] actual = TfjsWriter.run(file.convert(Layout.NHWC, 1, 6, 5, 3), image, 1, 6, 5, 3)
                .get("y");
        assertThat(actual[0]).isEqualTo(-image[0]);
        assertThat(actual[30]).isEqualTo(-image[1]);
        assertThat(actual[1]).isEqualTo(-image[3]);
    }

    @Test
    void openSizesHaveToBeNamed() throws Exception {
        file.input("x", -1, -1, -1, 3).node("y", "Neg", "", "x");

        assertThatThrownBy(() -> file.convert(Layout.NHWC))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Placeholder 'x'")
                .hasMessageContaining("open");
        assertThat(file.run(new float[12], 1, 2, 2, 3).get("y")).hasSize(12);
    }

    @Test
    void otherNumberOfChannelsIsRefused() throws Exception {
        file.input("x", -1, 8, 8, 3).node("y", "Neg", "", "x");

        assertThatThrownBy(() -> file.convert(Layout.NHWC, 1, 8, 8, 1)).hasMessageContaining("3 channels");
    }

    @Test
    void secondInputIsRefusedByName() throws Exception {
        file.input("x", 2).input("keep", 2).node("y", "Add", "", "x", "keep");

        assertThatThrownBy(() -> file.convert(Layout.NHWC))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'x'")
                .hasMessageContaining("'keep'");
    }

    @Test
    void unknownOperatorIsNamedWithTheModel() throws Exception {
        file.input("x", 2).node("head/top", "TopKV2", "", "x").node("y", "Neg", "", "head/top");

        assertThatThrownBy(() -> file.convert(Layout.NHWC))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test, graph main")
                .hasMessageContaining("operator TopKV2 'head/top'");
    }

    @Test
    void unknownOperatorThatNobodyNeedsDoesNotMatter() throws Exception {
        file.input("x", 2)
                .node("loss", "Fancy", "", "x")
                .node("y", "Neg", "", "x")
                .outputs("y");

        assertThat(file.run(new float[] {1, 2}, 2).get("y")).containsExactly(-1, -2);
    }

    @Test
    void missingNodeAndMissingWeightsAreNamed() throws Exception {
        file.input("x", 2).node("y", "Add", "", "x", "lost").outputs("y");
        assertThatThrownBy(() -> file.convert(Layout.NHWC)).hasMessageContaining("'lost'");

        file.node("lost", "Const", "");
        assertThatThrownBy(() -> file.convert(Layout.NHWC))
                .hasMessageContaining("operator Const 'lost'")
                .hasMessageContaining("weights");
    }

    @Test
    void circleIsRefused() throws Exception {
        file.input("x", 2)
                .node("a", "Add", "", "x", "b")
                .node("b", "Neg", "", "a")
                .outputs("b");

        assertThatThrownBy(() -> file.convert(Layout.NHWC)).hasMessageContaining("read each other");
    }

    @Test
    void missingResultOfAnOperatorIsNamed() throws Exception {
        file.input("x", 2).node("a", "Neg", "", "x").node("y", "Abs", "", "a:1").outputs("y");

        assertThatThrownBy(() -> file.convert(Layout.NHWC)).hasMessageContaining("'a:1'");
    }

    @Test
    void weightsMayLieInSeveralFiles() throws Exception {
        file.input("x", 3).floats("w", new float[] {1, 2, 3}, 3).node("y", "Mul", "", "x", "w");
        byte[] whole = file.weightBytes();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("one", Arrays.copyOf(whole, 5));
        parts.put("two", Arrays.copyOfRange(whole, 5, whole.length));
        byte[] description = file.description("group1-shard1of2.bin", "group1-shard2of2.bin");

        Converted converted = file.convert(new Weights(description, parts), Layout.NHWC, 3);
        assertThat(TfjsWriter.run(converted, new float[] {1, 1, 1}, 3).get("y")).containsExactly(1, 2, 3);
        assertThat(TfjsConverter.parts("test", description))
                .containsExactly("group1-shard1of2.bin", "group1-shard2of2.bin");
    }

    @Test
    void missingShortAndLongWeightFilesAreRefused() throws Exception {
        file.input("x", 3).floats("w", new float[] {1, 2, 3}, 3).node("y", "Mul", "", "x", "w");
        byte[] description = file.description("a.bin");
        byte[] whole = file.weightBytes();

        assertThatThrownBy(() -> file.convert(new Weights(description, Map.of()), Layout.NHWC, 3))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("a.bin");
        assertThatThrownBy(() -> file.convert(
                        new Weights(description, Map.of("a.bin", Arrays.copyOf(whole, whole.length - 1))),
                        Layout.NHWC,
                        3))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test, graph main")
                .hasMessageContaining("tensor 'w'")
                .hasMessageContaining("11 bytes");
        assertThatThrownBy(() -> file.convert(
                        new Weights(description, Map.of("a.bin", Arrays.copyOf(whole, whole.length + 1))),
                        Layout.NHWC,
                        3))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("13 bytes");
    }

    @Test
    void descriptionCutAnywhereIsRefused() throws Exception {
        file.input("x", 3).floats("w", new float[] {1, 2, 3}, 3).node("y", "Mul", "", "x", "w");
        byte[] whole = file.description("a.bin");

        for (int length = 0; length < whole.length; length += 3) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() ->
                            file.convert(new Weights(cut, Map.of("a.bin", file.weightBytes())), Layout.NHWC, 3))
                    .as("cut after %d of %d bytes", length, whole.length)
                    .isInstanceOf(ForgeException.class)
                    .hasMessageContaining("Model test, graph main");
        }
    }

    @Test
    void sameModelGivesTheSameBytes() throws Exception {
        file.input("x", 1, 4, 4, 3)
                .floats("w", random(3, 27 * 3), 3, 3, 3, 3)
                .floats("s", random(4, 3), 3)
                .node("c", "Conv2D", convolution("SAME", 1, 1), "x", "w")
                .node("m", "Mul", "", "c", "s")
                .node("y", "Relu6", "", "m");

        assertThat(file.convert(Layout.NHWC).graph().toByteArray())
                .isEqualTo(file.convert(Layout.NHWC).graph().toByteArray());
    }

    private static List<String> outputs(Converted converted) {
        return converted.graph().getGraph().getOutputList().stream()
                .map(output -> output.getName())
                .toList();
    }
}
