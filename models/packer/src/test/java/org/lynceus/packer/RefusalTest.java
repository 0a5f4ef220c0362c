package org.lynceus.packer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.onnx.Tensors;
import org.tensorflow.lite.schema.BuiltinOperator;

/** What cannot be packed is refused in one sentence, and nothing is written. */
class RefusalTest {
    @TempDir
    private Path folder;

    @Test
    void anUnknownOperator() throws Exception {
        ModelProto model = Graphs.arcFace();
        NodeProto odd =
                model.getGraph().getNode(0).toBuilder().setOpType("Frobnicate").build();
        Path file = write(
                "odd.onnx",
                model.toBuilder()
                        .setGraph(model.getGraph().toBuilder().setNode(0, odd))
                        .build());
        assertRefused(file, "face-embedding", "Frobnicate");

        Path lite = Files.write(
                folder.resolve("odd.tflite"), TfliteFiles.graph(BuiltinOperator.BIDIRECTIONAL_SEQUENCE_LSTM));
        assertRefused(lite, "image-classification", "BIDIRECTIONAL_SEQUENCE_LSTM");
    }

    @Test
    void aDamagedFile() throws Exception {
        byte[] whole = Graphs.arcFace().toByteArray();
        for (int length = 0; length < whole.length; length += 7) {
            assertRefused(
                    Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length)),
                    "face-embedding",
                    "cut.onnx");
        }
        byte[] lite = TfliteFiles.graph(BuiltinOperator.MAX_POOL_2D);
        for (int length = 0; length < lite.length - 8; length += 31) {
            assertRefused(
                    Files.write(folder.resolve("cut.tflite"), Arrays.copyOf(lite, length)),
                    "image-classification",
                    "cut.tflite");
        }
        byte[] network = DlibFiles.meanColour();
        assertRefused(
                Files.write(folder.resolve("cut.dat"), Arrays.copyOf(network, network.length / 2)),
                "face-embedding",
                "cut.dat");
    }

    @Test
    void missingShards() throws Exception {
        Path model = TfjsFiles.colours(folder.resolve("web"));
        Files.delete(folder.resolve("web/group1-shard2of2.bin"));
        assertRefused(model, "image-classification", "group1-shard2of2.bin");

        Files.writeString(model, Files.readString(model).replace("group1-shard2of2.bin", "../../etc/passwd"));
        assertRefused(model, "image-classification", "outside its folder");
    }

    @Test
    void aWrongShape() throws Exception {
        Path vector = write("vector.onnx", reshaped(Graphs.arcFace(), List.of(1L, 512L)));
        assertRefused(vector, "face-embedding", "the input 'input.1' has the shape [1,512]");

        Path pairs = write("pairs.onnx", reshaped(Graphs.arcFace(), List.of(2L, 3L, 112L, 112L)));
        assertRefused(pairs, "face-embedding", "one picture at a time");

        Path detector = write("yolox.onnx", Graphs.yolox());
        assertRefused(detector, "face-embedding", "the outputs output [1,84,7] are of no family");
        assertRefused(detector, "object-detection", "--size 32x32 does not fit", "--size", "32");
    }

    @Test
    void labelsThatAreNotAsManyAsClasses() throws Exception {
        Path three = Files.writeString(folder.resolve("three.txt"), "a\nb\nc\n");
        assertRefused(write("yolox.onnx", Graphs.yolox()), "object-detection", "2 classes", "--labels", three);
        assertRefused(write("arc.onnx", Graphs.arcFace()), "image-classification", "4 classes", "--labels", three);
    }

    @Test
    void missingOrWrongParameters() throws Exception {
        Path clip = write("clip.onnx", Graphs.clip());
        Path words = Files.writeString(folder.resolve("words.txt"), "a\nb\n");
        Path vectors = Files.write(folder.resolve("words.npy"), Npy.floats(2, 3, 1, 0, 0, 0, 1, 0));
        Path others = Files.write(folder.resolve("others.npy"), Npy.floats(2, 4, 1, 0, 0, 0, 0, 1, 0, 0));
        Path zero = Files.write(folder.resolve("zero.npy"), Npy.floats(2, 3, 1, 0, 0, 0, 0, 0));
        String tag = "open-vocabulary-tagging";

        assertRefused(write("arc.onnx", Graphs.arcFace()), "image-classification", "--labels FILE");
        assertRefused(clip, tag, "--labels FILE");
        assertRefused(clip, tag, "--label-vectors FILE.npy", "--labels", words);
        assertRefused(clip, tag, "vectors of 4 numbers", "--labels", words, "--label-vectors", others);
        assertRefused(clip, tag, "line 2 is zero", "--labels", words, "--label-vectors", zero);
        assertRefused(
                clip, tag, "--logit-scale", "--labels", words, "--label-vectors", vectors, "--activation", "sigmoid");
        assertRefused(clip, "face-embedding", "--color is one of RGB, BGR, GRAY", "--color", "pink");
        assertRefused(clip, "face-embedding", "'x' is no number", "--mean", "x");
        assertRefused(clip, "face-embedding", "similarity.slope", "--set", "similarity.slope=0");
        assertRefused(
                write("yolox.onnx", Graphs.yolox()), "object-detection", "tight", "--labels", words, "--fit", "tight");
    }

    @Test
    void anUnknownRoleOrDecoder() throws Exception {
        Path file = write("yolox.onnx", Graphs.yolox());
        assertRefused(file, "thing-detection", "'thing-detection' is no role");
        assertRefused(file, "object-detection", "'yolo99' is no decoder", "--decoder", "yolo99");
        assertRefused(file, "object-detection", "do not fit the decoder detr", "--decoder", "detr");
    }

    @Test
    void severalInputs() throws Exception {
        ModelProto model = Graphs.arcFace();
        ModelProto two = model.toBuilder()
                .setGraph(model.getGraph().toBuilder().addInput(Tensors.declaration("mask", List.of(1L, 4L))))
                .build();
        assertRefused(write("two.onnx", two), "face-embedding", "2 inputs (input.1 [?,3,112,112], mask [1,4])");
    }

    @Test
    void aPlaceThatCannotBeWritten() throws Exception {
        Path file = write("arc.onnx", Graphs.arcFace());
        Path missing = folder.resolve("missing/arc.jar");

        assertThat(Shell.run("pack", "--role", "face-embedding", "--file", file, "-o", missing))
                .satisfies(pack -> assertThat(pack.status()).isEqualTo(1))
                .satisfies(pack -> assertThat(pack.err()).contains("There is no folder"));
        assertThat(missing.getParent()).doesNotExist();
        assertThat(Shell.run("pack", "--role", "face-embedding", "--file", file, "-o", folder)
                        .err())
                .contains("is a folder");
        assertThat(Shell.run("pack", "--role", "face-embedding", "--file", folder.resolve("none.onnx"))
                        .err())
                .contains("There is no file");
    }

    @Test
    void aGraphNameThatIsAPath() throws Exception {
        Path file = write("arc.onnx", Graphs.arcFace());
        Shell pack = Shell.run("pack", "--role", "face-embedding", "--file", "../embed=" + file, "--id", "arc");
        assertThat(pack.status()).isEqualTo(1);
        assertThat(pack.err()).contains("The graph name '../embed'");
    }

    @Test
    void wrongUsage() {
        assertThat(Shell.run("pack").status()).isEqualTo(1);
        assertThat(Shell.run("pack").err()).contains("--role", "--file").hasLineCount(1);
        assertThat(Shell.run("dance").status()).isEqualTo(1);
        assertThat(Shell.run().out()).contains("Examples:", "pack --role");
    }

    private void assertRefused(Path file, String role, String words, Object... more) throws IOException {
        Path jar = folder.resolve("refused.jar");
        List<Object> command = new ArrayList<>(List.of("pack", "--role", role, "--file", file, "-o", jar));
        command.addAll(List.of(more));

        Shell pack = Shell.run(command.toArray());

        assertThat(pack.status()).as("%s %s", role, file).isEqualTo(1);
        assertThat(pack.err()).contains(words).startsWith("lynceus: ").hasLineCount(1);
        assertThat(pack.out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("refused"));
        }
    }

    private Path write(String name, ModelProto model) throws IOException {
        return Files.write(folder.resolve(name), model.toByteArray());
    }

    private static ModelProto reshaped(ModelProto model, List<Long> shape) {
        String input = model.getGraph().getInput(0).getName();
        return model.toBuilder()
                .setGraph(model.getGraph().toBuilder().setInput(0, Tensors.declaration(input, shape)))
                .build();
    }
}
