package org.lynceus.inference.internal.decode.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.inference.LocalModels;
import org.lynceus.inference.internal.GraphBuilder;
import org.lynceus.inference.internal.PackedModel;
import org.lynceus.inference.internal.Picture;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.role.Role;
import org.lynceus.model.api.role.TextLine;
import org.lynceus.model.api.role.TextRegion;

/** A detector of bright bars and a reader of coloured stripes, packed, loaded and asked. */
class TextModelsTest {
    @TempDir
    Path folder;

    @Test
    void barsAreFoundWhereTheyAreInReadingOrder() throws Exception {
        try (Picture picture = new Picture(640, 320)
                .fill(400, 102, 200, 30, 0xffffff)
                .fill(40, 200, 300, 20, 0xc0c0c0)
                .fill(32, 96, 256, 32, 0xffffff)) {
            List<TextRegion> regions = find(bars().with("unclip", "0"), picture);

            assertThat(regions).hasSize(3);
            assertBox(regions.get(0), 640, 320, 32, 96, 288, 128);
            assertBox(regions.get(1), 640, 320, 400, 102, 600, 132);
            assertBox(regions.get(2), 640, 320, 40, 200, 340, 220);
            assertThat(regions.get(0).confidence()).isGreaterThan(93);
            assertThat(regions.get(2).confidence()).isBetween(65f, 75.3f);
        }
    }

    @Test
    void kernelsGrowOnAllSides() throws Exception {
        try (Picture picture = new Picture(640, 320).fill(100, 100, 200, 40, 0xffffff)) {
            // 200 * 40 * 1.5 / 480 = 25
            TextRegion region = find(bars().with("unclip", "1.5"), picture).get(0);
            assertBox(region, 640, 320, 75, 75, 325, 165);
        }
    }

    @Test
    void aTurnedBarHasTurnedCorners() throws Exception {
        try (Picture picture = new Picture(640, 640).turned(320, 320, 300, 40, 30, 0xffffff)) {
            TextRegion region = find(bars().with("unclip", "0"), picture).get(0);

            double cos = Math.cos(Math.toRadians(30));
            double sin = Math.sin(Math.toRadians(30));
            double[][] local = {{-150, -20}, {150, -20}, {150, 20}, {-150, 20}};
            for (int i = 0; i < 4; i++) {
                double x = 320 + local[i][0] * cos - local[i][1] * sin;
                double y = 320 + local[i][0] * sin + local[i][1] * cos;
                assertThat((double) region.corners().get(i).x() * 640).isCloseTo(x, within(2.0));
                assertThat((double) region.corners().get(i).y() * 640).isCloseTo(y, within(2.0));
            }
        }
    }

    @Test
    void aLargePictureIsShrunkAndItsBoxesAreNot() throws Exception {
        try (Picture picture = new Picture(2000, 1000).fill(500, 500, 1000, 100, 0xffffff)) {
            TextRegion region = find(bars().with("unclip", "0").with("graph.g.long-side.max", "640"), picture)
                    .get(0);
            assertBox(region, 2000, 1000, 500, 500, 1500, 600, 5);
        }
    }

    @Test
    void specksAndPaleRegionsAreNoText() throws Exception {
        try (Picture picture =
                new Picture(640, 320).fill(100, 100, 2, 2, 0xffffff).fill(300, 100, 100, 30, 0x606060)) {
            assertThat(find(bars(), picture)).isEmpty();
        }
    }

    @Test
    void regionsBeyondTheLimitAreLeftOut() throws Exception {
        try (Picture picture = new Picture(640, 640)) {
            for (int i = 0; i < 20; i++) {
                picture.fill(10, 30 * i + 5, 300, 10, 0xffffff);
            }
            assertThat(find(bars(), picture)).hasSize(20);
            assertThat(find(bars().with("max.detections", "7"), picture)).hasSize(7);
        }
    }

    @Test
    void stripesAreRead() throws Exception {
        try (Picture picture = new Picture(200, 16)
                .fill(20, 0, 20, 16, 0xff0000)
                .fill(60, 0, 20, 16, 0x00ff00)
                .fill(80, 0, 20, 16, 0x0000ff)
                .fill(100, 0, 20, 16, 0xffffff)
                .fill(120, 0, 20, 16, 0x0000ff)
                .fill(160, 0, 30, 16, 0x0000ff)) {
            TextLine line = read(stripes("r", "g", "ß"), picture);

            assertThat(line.text()).isEqualTo("rgß ßß");
            assertThat(line.symbols().get(0).position()).isCloseTo(30 / 200f, within(0.006f));
            assertThat(line.symbols().get(5).position()).isCloseTo(175 / 200f, within(0.006f));
            assertThat(line.confidence()).isBetween(50f, 100f);
        }
    }

    @Test
    void nothingIsReadFromABlank() throws Exception {
        try (Picture picture = new Picture(64, 16)) {
            TextLine line = read(stripes("r", "g", "b"), picture);
            assertThat(line.symbols()).isEmpty();
            assertThat(line.confidence()).isZero();
        }
    }

    @Test
    void aDictionaryMayDoWithoutASpace() throws Exception {
        try (Picture picture = new Picture(64, 16).fill(0xffffff)) {
            assertThat(read(stripes("r", "g", "b", "w"), picture).text()).isEqualTo("w");
        }
    }

    @Test
    void anEndlessLineIsSqueezed() throws Exception {
        try (Picture picture = new Picture(20_000, 4).fill(10_000, 0, 5_000, 4, 0xff0000)) {
            TextLine line = read(stripes("r", "g", "b").with("graph.g.long-side.max", "400"), picture);
            assertThat(line.text()).isEqualTo("r");
            assertThat(line.symbols().get(0).position()).isCloseTo(0.625f, within(0.01f));
        }
    }

    @Test
    void picturesOfAllSizesAreReadAtTheSameTime() throws Exception {
        List<Pixels> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int width = 40 + 37 * i % 300;
            int height = 8 + i % 20;
            int color = i % 2 == 0 ? 0xff0000 : 0x0000ff;
            try (Picture picture = new Picture(width, height).fill(0, 0, width / 2, height, color)) {
                lines.add(picture.pixels());
            }
        }
        try (LocalModels models = LocalModels.load(stripes("r", "g", "b").jar(folder));
                Inference<Pixels, TextLine> inference =
                        models.model("text-recognition").bind(Role.TEXT_RECOGNITION)) {
            for (int round = 0; round < 5; round++) {
                List<TextLine> read = inference.runAll(lines);
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(read.get(i).text()).isEqualTo(i % 2 == 0 ? "r" : "b");
                }
            }
        } finally {
            lines.forEach(Pixels::close);
        }
    }

    @Test
    void saysThatTheDictionaryDoesNotFit() throws IOException {
        Path jar = stripes("r", "g").jar(folder);
        assertThatThrownBy(() -> LocalModels.load(jar).close())
                .hasMessageContaining("labels has 2 lines, hence 3 or, with a space, 4 classes, but output steps"
                        + " [1, 320, 5] has 5");
    }

    @Test
    void saysThatTheOutputIsNoMap() throws IOException {
        byte[] graph = new GraphBuilder()
                .input("pixels", -1, 3, -1, -1)
                .output("means", -1, 3)
                .node("ReduceMean", "means", "pixels")
                .withAll("axes", 2, 3)
                .with("keepdims", 0)
                .bytes();
        Path jar = bars().graph(graph).jar(folder);
        assertThatThrownBy(() -> LocalModels.load(jar).close())
                .hasMessageContaining(
                        "decoder db: no output holds a map of probabilities [1, 1, H, W] among means [1, 3]");
    }

    private List<TextRegion> find(PackedModel model, Picture picture) throws IOException, VisionException {
        try (LocalModels models = LocalModels.load(model.jar(folder));
                Inference<Pixels, List<TextRegion>> inference =
                        models.model("text-detection").bind(Role.TEXT_DETECTION);
                Pixels pixels = picture.pixels()) {
            return inference.run(pixels);
        }
    }

    private TextLine read(PackedModel model, Picture picture) throws IOException, VisionException {
        try (LocalModels models = LocalModels.load(model.jar(folder));
                Inference<Pixels, TextLine> inference =
                        models.model("text-recognition").bind(Role.TEXT_RECOGNITION, "g");
                Pixels pixels = picture.pixels()) {
            return inference.run(pixels);
        }
    }

    private static void assertBox(TextRegion region, int width, int height, double... edges) {
        double tolerance = edges.length > 4 ? edges[4] : 1;
        double[] x = {edges[0], edges[2], edges[2], edges[0]};
        double[] y = {edges[1], edges[1], edges[3], edges[3]};
        for (int i = 0; i < 4; i++) {
            assertThat((double) region.corners().get(i).x() * width).isCloseTo(x[i], within(tolerance));
            assertThat((double) region.corners().get(i).y() * height).isCloseTo(y[i], within(tolerance));
        }
    }

    /** Takes the brightness of a pixel for the probability of text. */
    private static PackedModel bars() {
        byte[] graph = new GraphBuilder()
                .input("pixels", -1, 3, -1, -1)
                .output("map", -1, 1, -1, -1)
                .node("ReduceMean", "map", "pixels")
                .withAll("axes", 1)
                .with("keepdims", 1)
                .bytes();
        return new PackedModel("text-detection", "db", graph, "-1,3,-1,-1")
                .with("graph.g.scale", "0.00392156862745098");
    }

    /** Gives five logits for each column: none, red, green, blue, all three. */
    private static PackedModel stripes(String... labels) {
        byte[] graph = new GraphBuilder()
                .input("pixels", -1, 3, 8, -1)
                .output("steps", -1, -1, 5)
                .node("ReduceMean", "columns", "pixels")
                .withAll("axes", 2)
                .with("keepdims", 0)
                .node("Transpose", "turned", "columns")
                .withAll("perm", 0, 2, 1)
                .constant("weights", List.of(3, 5), 0, 8, 0, 0, 6, 0, 0, 8, 0, 6, 0, 0, 0, 8, 6)
                .constant("bias", List.of(5), 4, 0, 0, 0, -5)
                .node("MatMul", "product", "turned", "weights")
                .node("Add", "steps", "product", "bias")
                .bytes();
        return new PackedModel("text-recognition", "ctc", graph, "-1,3,8,-1")
                .with("graph.g.scale", "0.00392156862745098")
                .with("activation", "softmax")
                .labels(labels);
    }
}
