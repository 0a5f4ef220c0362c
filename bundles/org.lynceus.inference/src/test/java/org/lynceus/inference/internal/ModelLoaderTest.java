package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;

class ModelLoaderTest {
    private final Helpers helpers = new Helpers(1);
    private final ModelLoader loader = new ModelLoader(Settings.automatic(), helpers);

    @AfterEach
    void nothingStaysOpen() {
        helpers.close();
        assertThat(GraphSession.open()).isZero();
    }

    @Test
    void readsTheDescription() throws ModelException {
        try (LoadedModel model = loader.load(new TestModel("double", "1.2", 2).withModel("ranking", "7"))) {
            assertThat(model.info().id()).isEqualTo("double");
            assertThat(model.info().version()).isEqualTo("1.2");
            assertThat(model.info().role()).isEqualTo("test-multiplication");
            assertThat(model.info().property("graph.times.file")).contains("times.onnx");
            assertThat(model.spec().ranking()).isEqualTo(7);
            GraphInfo graph = model.info().graph("times");
            assertThat(graph.layout()).isEqualTo(GraphInfo.Layout.NCHW);
            assertThat(graph.shape()).containsExactly(-1L, 3L, 2L, 2L);
            assertThat(graph.mean()).containsExactly(127f, 127f, 127f);
        }
    }

    @Test
    void runsWithTheOutputsInTheOrderDeclared() throws Exception {
        TestModel swapped = new TestModel("double", "1", 2).with("outputs", "same,product");
        try (LoadedModel model = loader.load(swapped);
                Inference<Float, List<Float>> inference = model.bind("times", TestModel.FillReadAll::new)) {
            assertThat(inference.run(5f)).containsExactly(5f, 10f);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sha256 | 00 | times.onnx: the SHA-256 is",
                "file | other.onnx | other.onnx: there is no such file",
                "outputs | quotient | times.onnx: there is no output quotient",
                "input | image | times.onnx: the input is pixels, not image",
                "shape | 1,3,4,2 | times.onnx: the input's shape is [-1, 3, 2, 2], not [1, 3, 4, 2]",
                "shape | 1,3,-1,2 | model.properties: graph.times.shape: only the batch may be free",
                "scale | much | model.properties: graph.times.scale is not a number: much",
                "layout | '' | model.properties: graph.times.layout is missing"
            })
    void saysWhatIsWrongWithAGraph(String key, String value, String message) {
        TestModel broken = new TestModel("broken", "1", 2).with(key, value);
        assertThatThrownBy(() -> loader.load(broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("bundle of broken, " + message);
    }

    @Test
    void saysThatAFileIsNoGraph() {
        TestModel broken = new TestModel("broken", "1", 2).withGraph(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> loader.load(broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("times.onnx: ");
    }

    @Test
    void needsARole() {
        TestModel broken = new TestModel("broken", "1", 2).withModel("role", null);
        assertThatThrownBy(() -> loader.load(broken))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model.properties: role is missing");
    }
}
