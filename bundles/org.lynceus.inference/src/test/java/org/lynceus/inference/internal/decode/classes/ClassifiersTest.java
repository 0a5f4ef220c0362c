package org.lynceus.inference.internal.decode.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.inference.LocalModels;
import org.lynceus.inference.internal.GraphBuilder;
import org.lynceus.inference.internal.PackedModel;
import org.lynceus.inference.internal.Picture;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.role.Classification;
import org.lynceus.model.api.role.Role;

/** Classifiers and taggers of colours, packed, loaded and asked. */
class ClassifiersTest {
    private static final String MODEL = "image-classification";

    @TempDir
    Path folder;

    @Test
    void aClassifierOfColoursNamesThem() throws Exception {
        PackedModel model = colours("red", "green", "blue").with("activation", "softmax");

        List<Classification> classes = classify(model, 0x0000ff);
        assertThat(classes).extracting(Classification::label).startsWith("blue");
        // logits 0, 0, 2
        assertThat(classes.get(0).confidence()).isCloseTo(78.69860f, within(1e-3f));
        assertThat(classes.get(0).index()).isEqualTo(2);
        assertThat(classes).hasSize(3);
        assertThat(classes.get(2).confidence()).isCloseTo(10.65070f, within(1e-3f));
        assertThat(classify(model, 0xff0000)).extracting(Classification::label).startsWith("red");
    }

    @Test
    void sigmoidAndProbabilitiesAreReadToo() throws Exception {
        assertThat(classify(colours("r", "g", "b").with("activation", "sigmoid"), 0xff0000)
                        .get(0)
                        .confidence())
                .isCloseTo(88.07971f, within(1e-3f));
        // twice the mean is no probability: it is cut at 1
        assertThat(classify(colours("r", "g", "b"), 0xff0000))
                .containsExactly(
                        new Classification(0, "r", 100), new Classification(1, "g", 0), new Classification(2, "b", 0));
    }

    @Test
    void theBackgroundIsNoAnswer() throws Exception {
        PackedModel model = colours("nothing", "green", "blue")
                .with("activation", "softmax")
                .with("classification.background", "0");

        assertThat(classify(model, 0xff0000)).extracting(Classification::label).containsExactly("green", "blue");
    }

    @Test
    void onlyTheMiddleOfACropCounts() throws Exception {
        PackedModel model =
                colours("red", "green", "blue").with("activation", "softmax").with("graph.g.fit", "crop");
        try (Picture picture = new Picture(300, 100).fill(0xff0000).fill(100, 0, 100, 100, 0x00ff00)) {
            assertThat(classify(model, picture))
                    .extracting(Classification::label)
                    .startsWith("green");
        }
    }

    @Test
    void grayPicturesHaveOneChannel() throws Exception {
        byte[] graph = new GraphBuilder()
                .input("pixels", -1, 1, 4, 4)
                .output("brightness", -1, 1)
                .node("ReduceMean", "brightness", "pixels")
                .withAll("axes", 2, 3)
                .with("keepdims", 0)
                .bytes();
        PackedModel model = new PackedModel(MODEL, "classification", graph, "-1,1,4,4")
                .with("graph.g.color", "GRAY")
                .with("graph.g.scale", "0.00392156862745098")
                .labels("bright");
        // luma of green: 0.587 * 255, rounded
        assertThat(classify(model, 0x00ff00).get(0).confidence()).isCloseTo(100 * 150 / 255f, within(1e-3f));
    }

    @ParameterizedTest
    @CsvSource({"'1,3'", "'3'", "'1,3,1,1'", "'1,1,3'"})
    void theShapeOfTheOutputDoesNotMatter(String shape) throws Exception {
        long[] axes = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        byte[] graph = means().output("scores", axes)
                .integers("shape", axes)
                .node("Reshape", "scores", "means", "shape")
                .bytes();
        PackedModel model = new PackedModel(MODEL, "classification", graph, "-1,3,4,4").labels("red", "green", "blue");
        assertThat(classify(model, 0x00ff00).get(0)).isEqualTo(new Classification(1, "green", 100));
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT16", "DOUBLE", "INT64", "INT32", "INT8", "UINT8", "BOOL"})
    void numbersOfAnyTypeAreRead(DataType type) throws Exception {
        byte[] graph = means().output("scores", type, -1, 3)
                .node("Cast", "scores", "means")
                .with("to", type.getNumber())
                .bytes();
        PackedModel model = new PackedModel(MODEL, "classification", graph, "-1,3,4,4")
                .labels("red", "green", "blue")
                .with("graph.g.scale", "0.00392156862745098");
        assertThat(classify(model, 0x0000ff).get(0)).isEqualTo(new Classification(2, "blue", 100));
    }

    @Test
    void aTaggerFindsTheNearestLabels() throws Exception {
        PackedModel model = tagger().with("logit.scale", "10").with("activation", "softmax");

        List<Classification> tags = classify(model, 0xff8000);
        assertThat(tags).extracting(Classification::label).containsExactly("orange", "red", "green", "blue");
        // unit vector of (255, 128, 0); cosines 0.999999, 0.89373, 0.44861, 0; times 10, softmax
        assertThat(tags.get(0).confidence()).isCloseTo(74.1f, within(0.1f));
        assertThat(tags.get(1).confidence()).isCloseTo(25.6f, within(0.1f));
    }

    @Test
    void aTaggerWithSigmoidAnswersForEachLabel() throws Exception {
        PackedModel model =
                tagger().with("logit.scale", "20").with("logit.bias", "-10").with("activation", "sigmoid");

        List<Classification> tags = classify(model, 0xff0000);
        assertThat(tags.get(0).label()).isEqualTo("red");
        assertThat(tags.get(0).confidence()).isCloseTo(99.9955f, within(1e-3f)); // sigmoid(10)
        assertThat(tags.get(1).label()).isEqualTo("orange");
        assertThat(tags.get(1).confidence()).isCloseTo(99.964f, within(1e-2f)); // sigmoid(20 * 2 / sqrt(5) - 10)
        assertThat(tags.get(3).confidence()).isCloseTo(0.0045f, within(1e-3f)); // sigmoid(-10)
    }

    @Test
    void manyLabelsAreComparedAsOne() {
        int labels = 301;
        int dimension = 7;
        float[] rows = new float[labels * dimension];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) Math.sin(i * 1.7);
        }
        float[] vector = Arrays.copyOfRange(rows, 150 * dimension, 151 * dimension);
        float[] cosines = new LabelVectors(rows, labels).cosines(vector);

        assertThat(cosines).hasSize(labels);
        assertThat(cosines[150]).isCloseTo(1, within(1e-6f));
        double dot = 0;
        double squares = 0;
        double others = 0;
        for (int d = 0; d < dimension; d++) {
            dot += rows[17 * dimension + d] * vector[d];
            squares += rows[17 * dimension + d] * rows[17 * dimension + d];
            others += vector[d] * vector[d];
        }
        assertThat(cosines[17]).isCloseTo((float) (dot / Math.sqrt(squares * others)), within(1e-6f));
        assertThat(new LabelVectors(rows, labels).cosines(new float[dimension])).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels | none.txt | none.txt: there is no such file",
                "labels | '' | labels is missing: the classes have no names",
                "activation | tanh | activation is none of [none, softmax, sigmoid]: tanh",
                "classification.background | 3 | classification.background is not from 0 to 2: 3",
                "decoder | yolo77 | decoder is unknown: yolo77; role image-classification takes one of"
                        + " [classification, tagging]",
                "decoder | ctc | decoder gives a line of text: ctc; role image-classification takes one of"
                        + " [classification, tagging]",
                "decoder | '' | decoder is missing: role image-classification takes one of [classification, tagging]",
                "graph.g.fit | shrink | graph.g.fit is none of [stretch, letterbox, letterbox-corner, crop]: shrink",
                "graph.g.pad | 300 | graph.g.pad is not from 0 to 255: 300",
                "graph.g.crop | 0 | graph.g.crop is not from 0.01 to 1: 0",
                "graph.g.interpolation | best | graph.g.interpolation is none of [linear, area, cubic]: best",
                "graph.g.color | GRAY | graph.g.shape: NCHW pictures in GRAY have 1 channels",
                "graph.g.shape | 1,3,4,-1 | g.onnx: the input's shape is [-1, 3, 4, 4], not [1, 3, 4, -1]",
                "graph.g.shape | 1,3,4,-2 | graph.g.shape: rows and columns are 1 to 8192, or -1",
                "graph.g.shape | 1,3,4,99999999999 | model.properties: integer overflow",
            })
    void saysWhatIsWrongWithTheDescription(String key, String value, String message) throws IOException {
        assertRefused(colours("red", "green", "blue").with(key, value), message);
    }

    @Test
    void saysThatLabelsAreTooFew() throws IOException {
        assertRefused(
                colours("red", "green"),
                "g.onnx: the first run failed: decoder classification: model packed-classification: labels has 2 names,"
                        + " but output scores [1, 3] has 3 classes");
    }

    @Test
    void saysWhatIsWrongWithATagger() throws IOException {
        assertRefused(tagger().with("label-vectors", null), "label-vectors is missing: it names a file of floats");
        assertRefused(tagger().with("label-vectors", "v.f32"), "label-vectors v.f32: there is no such file");
        assertRefused(
                tagger().floats("label-vectors", 1, 2, 3),
                "label-vectors label-vectors.f32: 12 bytes are not rows of 4 floats");
        assertRefused(
                tagger().floats("label-vectors", 1, 2, 3, 4, 5, 6, 7, 8),
                "label-vectors holds vectors of 2 numbers for 4 labels, but output scores [1, 3] has 3");
        assertRefused(tagger().floats("label-vectors", new float[12]), "label-vectors vector number 1 is zero");
        assertRefused(tagger().with("activation", "none"), "activation has to be softmax or sigmoid");
    }

    @Test
    void aModelIsBoundToRolesOfItsKindOnly() throws IOException {
        PackedModel model = colours("red", "green", "blue").with("role", "food-classification");
        try (LocalModels models = LocalModels.load(model.jar(folder))) {
            models.model("food-classification")
                    .bind(Role.MODERATION_CLASSIFICATION)
                    .close();
            assertThatThrownBy(() -> models.model("food-classification").bind(Role.OBJECT_DETECTION))
                    .hasMessage("model packed-classification 1 of role food-classification cannot be bound to"
                            + " object-detection: its decoder classification gives classes");
        }
        try (LocalModels models = LocalModels.load(colours("r", "g", "b")
                .with("role", "iris")
                .with("decoder", "landmarks")
                .jar(folder))) {
            assertThatThrownBy(() -> models.model("iris").bind(Role.IMAGE_CLASSIFICATION))
                    .hasMessage("model packed-classification 1 of role iris cannot be bound to image-classification:"
                            + " its description names no decoder");
        }
    }

    private void assertRefused(PackedModel model, String message) throws IOException {
        Path jar = model.jar(folder);
        assertThatThrownBy(() -> LocalModels.load(jar).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(jar.getFileName() + ", ");
    }

    private List<Classification> classify(PackedModel model, int color) throws IOException, VisionException {
        try (Picture picture = new Picture(31, 17).fill(color)) {
            return classify(model, picture);
        }
    }

    private List<Classification> classify(PackedModel model, Picture picture) throws IOException, VisionException {
        try (LocalModels models = LocalModels.load(model.jar(folder));
                Inference<Pixels, List<Classification>> inference =
                        models.models().get(0).bind(Role.IMAGE_CLASSIFICATION);
                Pixels pixels = picture.pixels()) {
            return inference.run(pixels);
        }
    }

    /** Computes {@code means} [n,3] of the channels. */
    private static GraphBuilder means() {
        return new GraphBuilder()
                .input("pixels", -1, 3, 4, 4)
                .node("ReduceMean", "means", "pixels")
                .withAll("axes", 2, 3)
                .with("keepdims", 0);
    }

    /** A classifier whose outputs are twice the means of red, green and blue, 0–1. */
    private static PackedModel colours(String... labels) {
        byte[] graph = means().output("scores", -1, 3)
                .constant("two", List.of(1), 2)
                .node("Mul", "scores", "means", "two")
                .bytes();
        return new PackedModel(MODEL, "classification", graph, "-1,3,4,4")
                .with("graph.g.scale", "0.00392156862745098")
                .labels(labels);
    }

    /** A tagger whose vector of a picture is its mean colour. */
    private static PackedModel tagger() {
        byte[] graph = means().output("scores", -1, 3)
                .node("Identity", "scores", "means")
                .bytes();
        return new PackedModel("open-vocabulary-tagging", "tagging", graph, "-1,3,4,4")
                .labels("red", "green", "blue", "orange")
                .floats("label-vectors", 5, 0, 0, 0, 0.1f, 0, 0, 0, 1, 2, 1, 0);
    }
}
