package org.lynceus.forge.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.tflite.TfliteWriter;
import org.lynceus.forge.source.FakePackages;
import org.lynceus.forge.source.Fetcher;
import org.lynceus.forge.source.FileCache;
import org.lynceus.forge.source.Hashes;
import org.lynceus.forge.source.UnavailableException;
import org.tensorflow.lite.schema.BuiltinOperator;

class ModelForgeTest {
    private static final byte[] WEIGHTS = weights();

    private static final byte[] NAMES = "one\r\ntwo\r\n \r\n".getBytes(StandardCharsets.UTF_8);

    /** relu(x) of x = -1, -1 + 2 * 0.618..., -1 + 2 * 0.236... */
    private static final String GOLDEN = """
            main.input = -1, 1, 0
            main.result.l2 = 0.23606798
            main.result.sample = 0, 0.23606798, 0
            """;

    @TempDir
    private Path folder;

    private final FakePackages packages =
            new FakePackages(Map.of("relu.tflite", WEIGHTS, "deep/relu.tflite", WEIGHTS, "names.txt", NAMES));

    @BeforeEach
    void describe() throws IOException {
        describe("-1,1,1,3", GOLDEN);
    }

    @Test
    void computedFactsCompleteTheDescription() throws ForgeException, IOException {
        Map<String, byte[]> files = forge("v1").make(folder).files();

        assertThat(files).containsOnlyKeys("model.properties", "main.onnx", "labels.txt");
        Properties published = new Properties();
        published.load(new StringReader(new String(files.get("model.properties"), StandardCharsets.UTF_8)));
        assertThat(published)
                .containsEntry("id", "relu")
                .containsEntry("name", "Rélu")
                .containsEntry("graph.main.file", "main.onnx")
                .containsEntry("graph.main.sha256", Hashes.sha256(files.get("main.onnx")))
                .containsEntry("graph.main.input", "image")
                .containsEntry("graph.main.shape", "-1,1,1,3")
                .containsEntry("graph.main.outputs", "result")
                .doesNotContainKey("convert.format");
    }

    @Test
    void secondMakingNeedsNeitherPackageNorConversion() throws ForgeException {
        Map<String, byte[]> first = forge("v1").make(folder).files();

        Map<String, byte[]> second = forge("v1").make(folder).files();

        assertThat(packages.downloads()).hasSize(1);
        assertThat(second).containsOnlyKeys(first.keySet());
        first.forEach((name, content) -> assertThat(second.get(name)).isEqualTo(content));
    }

    @Test
    void damagedResultIsMadeAgain() throws ForgeException, IOException {
        byte[] graph = forge("v1").make(folder).files().get("main.onnx");
        Path cached = folder.resolve("cache/sha256");
        try (Stream<Path> files = Files.walk(cached)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1});
            }
        }

        assertThat(forge("v1").make(folder).files().get("main.onnx")).isEqualTo(graph);
        assertThat(packages.downloads()).hasSize(2);
    }

    @Test
    void changedGoldenIsCheckedAgain() throws ForgeException, IOException {
        forge("v1").make(folder);
        describe("-1,1,1,3", GOLDEN.replace("0.23606798", "0.2361"));

        assertThatThrownBy(() -> forge("v1").make(folder)).hasMessageContaining("deviates");
    }

    @Test
    void deviationFromTheGoldenIsAnError() throws IOException {
        describe("-1,1,1,3", GOLDEN.replace("0, 0.23606798, 0", "0, 0.23606798, 0.001"));

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu, graph main")
                .hasMessageContaining("'result'");
    }

    @Test
    void anotherShapeThanDeclaredIsAnError() throws IOException {
        describe("1,1,1,4", GOLDEN);

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'image'")
                .hasMessageContaining("[1, 1, 1, 3]")
                .hasMessageContaining("[1, 1, 1, 4]");
    }

    @Test
    void missingChannelsAreAnError() throws IOException {
        append("graph.main.color = GRAY\n");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu, graph main")
                .hasMessageContaining("3 channels");
    }

    @Test
    void writtenFactMustBeTrue() throws IOException {
        append("graph.main.input = picture\n");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("graph.main.input = picture")
                .hasMessageContaining("image");
    }

    @Test
    void labelsComeFromTheirSourceWhenTheyAreNotWritten() throws ForgeException, IOException {
        Files.delete(folder.resolve("labels.txt"));
        append("decoder = classification\nlabels.source = pack@1.0.0 : names.txt\nlabels.source.sha256 = "
                + Hashes.sha256(NAMES) + "\n");

        MadeModel made = forge("v1").make(folder);

        assertThat(made.files().get("labels.txt")).isEqualTo("one\ntwo\n \n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anotherNumberOfLabelsThanClassesIsAnError() throws IOException {
        append("decoder = classification\n");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu: 1 labels");
    }

    @Test
    void changedLabelsAreCheckedAgain() throws ForgeException, IOException {
        append("decoder = classification\n");
        Files.writeString(folder.resolve("labels.txt"), "one\ntwo\nthree\n");
        forge("v1").make(folder);
        Files.writeString(folder.resolve("labels.txt"), "one\ntwo\n");

        assertThatThrownBy(() -> forge("v1").make(folder)).hasMessageContaining("2 labels");
    }

    @Test
    void graphMayHaveASourceAndPartsOfItsOwn() throws ForgeException, IOException {
        append("graphs = main,other\ngraph.other.layout = NHWC\ngraph.other.source = pack@1.0.0 : deep/relu.tflite\n"
                + "graph.other.source.sha256 = " + Hashes.sha256(WEIGHTS) + "\ngraph.other.parts = names\n"
                + "part.names.source = pack@1.0.0 : names.txt\npart.names.source.sha256 = " + Hashes.sha256(NAMES)
                + "\n");
        Files.writeString(folder.resolve("golden.properties"), GOLDEN + GOLDEN.replace("main.", "other."));

        MadeModel made = forge("v1").make(folder);

        assertThat(made.files()).containsKeys("main.onnx", "other.onnx");
        assertThat(made.description())
                .containsEntry("graph.main.shape", "-1,1,1,3")
                .containsEntry("graph.other.shape", "1,1,1,3");
    }

    @Test
    void optionalModelIsLeftOutOnlyWhileItCannotBeReached() throws ForgeException, IOException {
        append("optional = true\n");
        packages.unreachable("pack@1.0.0");

        MadeModel absent = forge("v1").make(folder);

        assertThat(absent.leftOut())
                .hasValueSatisfying(note -> assertThat(note)
                        .startsWith("Model relu is left out: there is no pack@1.0.0")
                        .doesNotContain("\n"));
        assertThat(absent.files()).containsOnlyKeys("left-out.txt");
        packages.reachable("pack@1.0.0");
        MadeModel present = forge("v1").make(folder);
        assertThat(present.leftOut()).isEmpty();
        assertThat(present.files()).containsKeys("model.properties", "main.onnx");
    }

    @Test
    void committedWeightsNeedNoPackage() throws ForgeException, IOException {
        Files.write(folder.resolve("relu.tflite"), WEIGHTS);
        append("source = file : relu.tflite\n");

        assertThat(forge("v1").make(folder).files()).containsKey("main.onnx");
        assertThat(packages.downloads()).isEmpty();
    }

    @Test
    void changedCommittedWeightsAreNoticedWhenTheResultIsKnown() throws ForgeException, IOException {
        Files.write(folder.resolve("relu.tflite"), WEIGHTS);
        append("source = file : relu.tflite\n");
        forge("v1").make(folder);
        Files.write(folder.resolve("relu.tflite"), NAMES);

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu: Checksum mismatch: file : relu.tflite");
    }

    @Test
    void missingCommittedWeightsAreAnErrorOfOptionalModelsToo() throws IOException {
        append("source = file : relu.tflite\noptional = true\n");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu: There is no ")
                .hasMessageContaining("relu.tflite");
    }

    @Test
    void otherModelsAreNotLeftOut() {
        packages.unreachable("pack@1.0.0");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("Model relu: there is no pack@1.0.0");
    }

    @Test
    void optionalModelWithWrongContentIsAnError() throws IOException {
        describe("-1,1,1,3", GOLDEN);
        append("optional = true\nsource.sha256 = " + "0".repeat(64) + "\n");

        assertThatThrownBy(() -> forge("v1").make(folder))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model relu: Checksum mismatch");
    }

    private void append(String lines) throws IOException {
        Files.writeString(folder.resolve("model.properties"), lines, StandardOpenOption.APPEND);
    }

    private ModelForge forge(String tool) {
        FileCache cache = new FileCache(folder.resolve("cache"));
        return new ModelForge(new Fetcher(cache, packages), new ResultCache(cache, tool));
    }

    private void describe(String shape, String golden) throws IOException {
        Files.writeString(folder.resolve("golden.properties"), golden);
        Files.writeString(folder.resolve("labels.txt"), "one\n");
        Files.writeString(folder.resolve("model.properties"), """
                id = relu
                version = 1.0.0
                role = test
                name = Rélu
                decoder = none
                graphs = main
                graph.main.shape = %s
                graph.main.layout = NHWC
                labels = labels.txt
                source = pack@1.0.0 : relu.tflite
                source.sha256 = %s
                licence.package = MIT
                licence.weights = MIT
                """.formatted(shape, Hashes.sha256(WEIGHTS)));
    }

    private static byte[] weights() {
        TfliteWriter file = new TfliteWriter();
        int input = file.tensor("image", 1, 1, 1, 3);
        int result = file.tensor("result", 1, 1, 1, 3);
        file.operator(BuiltinOperator.RELU, new int[] {input}, new int[] {result});
        return file.finish(new int[] {input}, new int[] {result});
    }
}
