package org.lynceus.packer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.bundle.BundleJar;
import org.tensorflow.lite.schema.BuiltinOperator;

/** What a check tells about weight files and bundles. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aDetectorAndTheCommandThatPacksIt() throws Exception {
        Shell check = Shell.run("check", write("yolox.onnx", Graphs.yolox()));

        assertThat(check.status()).isZero();
        assertThat(check.out())
                .contains("ONNX", "input     images [1,3,64,64]", "output    output [1,84,7]", "AveragePool 3")
                .contains("object-detection: YOLOX", "still needed: --labels FILE, the names of the 2 classes")
                .contains("model pack --role object-detection --file ", "--labels FILE --licence 'TEXT'");
    }

    @Test
    void namesInTheFileNeedNotBeStated() throws Exception {
        ModelProto named = Graphs.yolox().toBuilder()
                .addMetadataProps(StringStringEntryProto.newBuilder()
                        .setKey("names")
                        .setValue("{0: 'fire truck', 1: \"driver's seat\"}"))
                .build();
        Path file = write("named.onnx", named);

        assertThat(Shell.run("check", file).out())
                .contains("names     2 in 'names'")
                .doesNotContain("still needed");
        Shell.run("pack", "--role", "object-detection", "--file", file, "-o", folder.resolve("named.jar"));
        assertThat(Shell.run("check", folder.resolve("named.jar")).out()).contains("2: fire truck, driver's seat");
    }

    @Test
    void aVectorMayBeSeveralThings() throws Exception {
        Shell check = Shell.run("check", write("clip.onnx", Graphs.clip()));

        assertThat(check.status()).isZero();
        assertThat(check.out())
                .contains("image-classification", "open-vocabulary-tagging", "--label-vectors FILE.npy")
                .doesNotContain("face-embedding");
    }

    @Test
    void allUnknownOperatorsAreNamed() throws Exception {
        ModelProto model = Graphs.arcFace();
        GraphProto.Builder graph = model.getGraph().toBuilder();
        graph.setNode(0, graph.getNode(0).toBuilder().setOpType("Frobnicate"));
        graph.setNode(1, graph.getNode(1).toBuilder().setOpType("Twiddle"));
        Shell check = Shell.run(
                "check", write("odd.onnx", model.toBuilder().setGraph(graph).build()));
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("operators Frobnicate, Twiddle");

        Path lite = Files.write(
                folder.resolve("odd.tflite"), TfliteFiles.graph(BuiltinOperator.BIDIRECTIONAL_SEQUENCE_LSTM));
        Shell odd = Shell.run("check", lite);
        assertThat(odd.status()).isEqualTo(1);
        assertThat(odd.out()).contains("no conversion for the operators BIDIRECTIONAL_SEQUENCE_LSTM.", "RESHAPE 1");
    }

    @Test
    void aBundleThatAServerTakes() throws Exception {
        Path jar = packed();

        Shell check = Shell.run("check", jar);

        assertThat(check.status()).isZero();
        assertThat(check.out())
                .contains(
                        "model     arc 1.0.0",
                        "role      face-embedding",
                        "licence   for tests only",
                        "A server takes it");
    }

    @Test
    void aBundleWithADamagedGraph() throws Exception {
        Path jar = packed();
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile open = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(open.entries())) {
                files.put(entry.getName(), open.getInputStream(entry).readAllBytes());
            }
        }
        files.get("embed.onnx")[20] ^= 1;
        BundleJar.write(jar, files.get("META-INF/MANIFEST.MF"), files);

        Shell check = Shell.run("check", jar);

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("A server does not take it", "SHA-256");
    }

    @Test
    void whatIsNoWeightFile() throws Exception {
        assertThat(Shell.run("check", Files.writeString(folder.resolve("a.txt"), "hello"))
                        .err())
                .contains("no weight file that is known");
        assertThat(Shell.run("check", Files.writeString(folder.resolve("a.jar"), "hello"))
                        .err())
                .contains("as a bundle");
        assertThat(Shell.run("check", folder.resolve("none.onnx")).status()).isEqualTo(1);
    }

    private Path packed() throws IOException {
        Path jar = folder.resolve("arc.jar");
        Shell pack = Shell.run(
                "pack",
                "--role",
                "face-embedding",
                "--file",
                write("arc.onnx", Graphs.arcFace()),
                "-o",
                jar,
                "--licence",
                "for tests only");
        assertThat(pack.err()).isEmpty();
        return jar;
    }

    private Path write(String name, ModelProto model) throws IOException {
        return Files.write(folder.resolve(name), model.toByteArray());
    }
}
