package org.lynceus.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.api.BoundingBox;
import org.lynceus.api.Pixels;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.role.Classification;
import org.lynceus.model.api.role.DetectedObject;
import org.lynceus.model.api.role.Role;

/** What is packed answers in the platform: right boxes, vectors and names. */
class PackedModelTest {
    @TempDir
    private Path folder;

    @Test
    void aYoloxFindsSquares() throws Exception {
        Path jar = folder.resolve("squares.jar");
        Path labels = Files.writeString(folder.resolve("labels.txt"), "red\nblue\n");
        Shell pack = pack("object-detection", write("yolox.onnx", Graphs.yolox()), jar, "--labels", labels);
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out())
                .contains("YOLOX", "--color BGR", "--fit letterbox-corner", "--set boxes.decoded=false", "not stated");

        Picture picture = new Picture(128, 64).paint(32, 16, 48, 32, 255, 0, 0).paint(96, 32, 112, 48, 0, 0, 255);
        List<DetectedObject> found = run(jar, Role.OBJECT_DETECTION, picture);

        assertThat(found).extracting(DetectedObject::label).containsExactlyInAnyOrder("red", "blue");
        for (DetectedObject object : found) {
            boolean red = object.label().equals("red");
            assertThat(object.confidence()).isGreaterThan(95);
            assertBox(object.box(), red ? 0.25 : 0.75, red ? 0.25 : 0.5, 0.125, 0.25);
        }
    }

    @Test
    void aDetrNamesTheColourOfItsBox() throws Exception {
        Path jar = folder.resolve("detr.jar");
        Path labels = Files.writeString(folder.resolve("labels.txt"), "red\nblue\n");
        Shell pack =
                pack("object-detection", write("detr.onnx", Graphs.detr()), jar, "--labels", labels, "--size", "64x48");
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).contains("DETR", "--activation softmax", "--fit stretch", "background=last");

        List<DetectedObject> red = run(jar, Role.OBJECT_DETECTION, Picture.of(30, 90, 255, 0, 0));
        List<DetectedObject> blue = run(jar, Role.OBJECT_DETECTION, Picture.of(30, 90, 0, 0, 255));

        assertThat(red).extracting(DetectedObject::label).containsExactly("red");
        assertThat(blue).extracting(DetectedObject::label).containsExactly("blue");
        assertBox(red.get(0).box(), 0.4, 0.3, 0.2, 0.4);
    }

    @Test
    void anArcFaceGivesTheVectorOfANormalisedFace() throws Exception {
        Path jar = folder.resolve("r100.jar");
        Shell pack = pack("face-embedding", write("r100.onnx", Graphs.arcFace()), jar);
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).contains("embedding.dimension=4", "similarity.slope", "not calibrated");

        try (LocalModels models = LocalModels.load(jar)) {
            Model model = models.model("face-embedding");
            assertThat(model.info().property("embedding.mirror")).contains("false");
            assertThat(model.info().property("alignment.size")).contains("112");
            try (Inference<int[], float[]> embed =
                    model.bind("embed", () -> new OneColour(model.info().graph("embed")))) {
                float[] vector = embed.run(new int[] {255, 0, 127});
                assertThat(vector).hasSize(4);
                assertThat(vector[0]).isCloseTo(1, within(1e-5f));
                assertThat(vector[1]).isCloseTo(-1, within(1e-5f));
                assertThat(vector[2]).isCloseTo(-0.5f / 127.5f, within(1e-5f));
            }
        }
    }

    @Test
    void aClipTowerPicksTheWord() throws Exception {
        Path jar = folder.resolve("clip.jar");
        Path labels = Files.writeString(folder.resolve("words.txt"), "a red thing\na green thing\na blue thing\n");
        Path vectors = Files.write(folder.resolve("words.npy"), Npy.floats(3, 3, 2, -2, -2, -2, 2, -2, -2, -2, 2));
        Shell pack = pack(
                "open-vocabulary-tagging",
                write("clip.onnx", Graphs.clip()),
                jar,
                "--labels",
                labels,
                "--label-vectors",
                vectors);
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).contains("CLIP", "--logit-scale 100", "--fit crop");

        List<Classification> green = run(jar, Role.OPEN_VOCABULARY_TAGGING, Picture.of(50, 40, 0, 255, 0));

        assertThat(green).hasSize(3);
        assertThat(green.get(0).label()).isEqualTo("a green thing");
        assertThat(green.get(0).confidence()).isGreaterThan(99);
    }

    @Test
    void aQuantisedClassifierBringsItsNamesInAnArchive() throws Exception {
        Path jar = folder.resolve("colours.jar");
        Path file = Files.write(folder.resolve("colours.tflite"), TfliteFiles.brightestColour("red\ngreen\nblue\n"));
        Shell pack = pack("image-classification", file, jar);
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).contains("labels.txt inside the file", "quantisation", "--activation softmax");

        List<Classification> blue = run(jar, Role.IMAGE_CLASSIFICATION, Picture.of(20, 20, 0, 0, 255));

        assertThat(blue).extracting(Classification::label).startsWith("blue").hasSize(3);
        assertThat(blue.get(0).confidence())
                .as("softmax of 1, 0, 0")
                .isCloseTo((float) (100 * Math.E / (Math.E + 2)), within(0.5f));
    }

    @Test
    void aTensorFlowJsClassifierFindsItsShards() throws Exception {
        Path jar = folder.resolve("colours.jar");
        Path file = TfjsFiles.colours(folder.resolve("colours"));
        Path labels = Files.writeString(folder.resolve("names.txt"), "red\ngreen\nblue\n");
        Shell pack = pack("image-classification", file, jar, "--labels", labels, "--fit", "stretch");
        assertThat(pack.err()).isEmpty();
        assertThat(pack.out()).contains("model 'colours'", "--activation none", "most TensorFlow.js models");

        List<Classification> green = run(jar, Role.IMAGE_CLASSIFICATION, Picture.of(20, 10, 0, 255, 0));

        assertThat(green.get(0).label()).isEqualTo("green");
        assertThat(green.get(0).confidence()).isGreaterThan(99);
    }

    @Test
    void aDlibNetworkIsFedBytes() throws Exception {
        Path jar = folder.resolve("dlib.jar");
        Path file = Files.write(folder.resolve("mean.dat"), DlibFiles.meanColour());
        Shell pack = pack("face-embedding", file, jar);
        assertThat(pack.err()).isEmpty();

        try (LocalModels models = LocalModels.load(jar)) {
            Model model = models.model("face-embedding");
            assertThat(model.info().property("alignment.size")).contains("150");
            try (Inference<int[], float[]> embed =
                    model.bind("embed", () -> new OneColour(model.info().graph("embed")))) {
                assertThat(embed.run(new int[] {128, 64, 32}))
                        .containsExactly(new float[] {0.5f, 0.25f, 0.125f}, within(1e-5f));
            }
        }
    }

    @Test
    void aBundleMayHoldSeveralGraphs() throws Exception {
        Path file = write("arc.onnx", Graphs.arcFace());
        Path jar = folder.resolve("two.jar");
        Shell pack = Shell.run(
                "pack", "--role", "face-embedding", "--file", "one=" + file, "--file", "two=" + file, "-o", jar);
        assertThat(pack.err()).isEmpty();

        try (LocalModels models = LocalModels.load(jar)) {
            assertThat(models.model("face-embedding").info().graphs())
                    .extracting(GraphInfo::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void weightsMayLieBesideTheFile() throws Exception {
        ModelProto model = Graphs.arcFace();
        TensorProto weights = model.getGraph().getInitializer(0);
        Files.write(folder.resolve("arc.onnx.data"), weights.getRawData().toByteArray());
        TensorProto outside = weights.toBuilder()
                .clearRawData()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", "arc.onnx.data"))
                .addExternalData(entry("length", "48"))
                .build();
        ModelProto split = model.toBuilder()
                .setGraph(model.getGraph().toBuilder().setInitializer(0, outside))
                .build();
        pack("face-embedding", write("whole.onnx", model), folder.resolve("whole.jar"), "--id", "a", "--name", "a");
        pack("face-embedding", write("split.onnx", split), folder.resolve("split.jar"), "--id", "a", "--name", "a");

        try (LocalModels whole = LocalModels.load(folder.resolve("whole.jar"));
                LocalModels joined = LocalModels.load(folder.resolve("split.jar"))) {
            assertThat(joined.models().get(0).info().graphs())
                    .isEqualTo(whole.models().get(0).info().graphs());
        }
        Files.write(folder.resolve("arc.onnx.data"), new byte[4]);
        assertThat(pack("face-embedding", folder.resolve("split.onnx"), folder.resolve("cut.jar"))
                        .err())
                .contains("arc.onnx.data (4 bytes): is it cut off?");
    }

    @Test
    void equalInputGivesEqualBytes() throws Exception {
        Path file = write("r100.onnx", Graphs.arcFace());
        pack("face-embedding", file, folder.resolve("one.jar"));
        pack("face-embedding", file, folder.resolve("two.jar"));

        assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("two.jar"));
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private Path write(String name, ModelProto model) throws Exception {
        return Files.write(folder.resolve(name), model.toByteArray());
    }

    private static Shell pack(String role, Path file, Path jar, Object... more) {
        List<Object> words = new ArrayList<>(List.of("pack", "--role", role, "--file", file, "-o", jar));
        words.addAll(List.of(more));
        return Shell.run(words.toArray());
    }

    private static <O> O run(Path jar, Role<Pixels, O> role, Picture picture) throws Exception {
        try (LocalModels models = LocalModels.load(jar);
                Inference<Pixels, O> inference = models.model(role.name()).bind(role)) {
            return inference.run(picture);
        }
    }

    private static void assertBox(BoundingBox box, double left, double top, double width, double height) {
        assertThat(box.left()).isCloseTo((float) left, within(0.01f));
        assertThat(box.top()).isCloseTo((float) top, within(0.01f));
        assertThat(box.width()).isCloseTo((float) width, within(0.01f));
        assertThat(box.height()).isCloseTo((float) height, within(0.01f));
    }

    /** Feeds a picture of one colour, red, green and blue, as a description says. */
    private record OneColour(GraphInfo graph) implements NoBatchifyTranslator<int[], float[]> {
        @Override
        public NDList processInput(TranslatorContext context, int[] colour) {
            int plane = graph.width() * graph.height();
            float[] values = new float[3 * plane];
            boolean last = graph.layout() == GraphInfo.Layout.NHWC;
            for (int channel = 0; channel < 3; channel++) {
                int from = graph.color() == GraphInfo.ColorOrder.RGB ? channel : 2 - channel;
                float value = (colour[from] - graph.mean().get(channel))
                        * graph.scale().get(channel);
                for (int pixel = 0; pixel < plane; pixel++) {
                    values[last ? 3 * pixel + channel : channel * plane + pixel] = value;
                }
            }
            return new NDList(context.getNDManager().create(values, new Shape(graph.shape(1))));
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList outputs) {
            return outputs.singletonOrThrow().toFloatArray();
        }
    }
}
