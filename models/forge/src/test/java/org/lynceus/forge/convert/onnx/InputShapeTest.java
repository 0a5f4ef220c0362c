package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Tensors;

class InputShapeTest {
    @Test
    void dimensionsThatAreLeftOpenStayFreeOrAreFixed() throws ForgeException {
        ModelProto open = relu("n 3 ? width");

        assertThat(shape(convert(open, List.of(-1L, 3L, 48L, -1L)))).containsExactly(-1L, 3L, 48L, -1L);
        assertThat(shape(convert(open, List.of(-1L, 3L, -1L, -1L)))).containsExactly(-1L, 3L, -1L, -1L);
        assertThat(shape(convert(open, List.of(1L, 3L, 2L, 2L)))).containsExactly(1L, 3L, 2L, 2L);
    }

    @Test
    void freeDimensionsAreNotTakenToBeEqual() throws ForgeException {
        ModelProto model = convert(relu("? 3 ? ?"), List.of(-1L, 3L, -1L, -1L));

        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            assertThat(runner.run(new float[2 * 3 * 4], List.of(1L, 3L, 2L, 4L)).get("out"))
                    .hasSize(24);
            assertThat(runner.run(new float[2 * 3 * 5], List.of(2L, 3L, 1L, 5L)).get("out"))
                    .hasSize(30);
        }
    }

    @Test
    void fullyConvolutionalGraphTakesAnotherSize() throws ForgeException {
        ModelProto fixed = relu("1 3 4 4");

        ModelProto model = convert(fixed, List.of(1L, 3L, 2L, 6L), "priors", "none");

        assertThat(shape(model)).containsExactly(1L, 3L, 2L, 6L);
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            assertThat(runner.run(new float[36], List.of(1L, 3L, 2L, 6L)).get("out"))
                    .hasSize(36);
        }
        assertThatThrownBy(() -> convert(fixed, List.of(1L, 3L, 2L, 6L)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("convert.priors = none");
        assertThatThrownBy(() -> convert(fixed, List.of(1L, 1L, 4L, 4L), "priors", "none"))
                .hasMessageContaining("another number of channels");
        assertThatThrownBy(() -> convert(fixed, List.of(1L, 3L, 4L), "priors", "none"))
                .hasMessageContaining("[1, 3, 4] does not fit the stored one [1, 3, 4, 4]");
    }

    /** The bias is reshaped as well, but does not depend on the input. */
    @Test
    void freeBatchIsKeptByReshapesOfTheInputOnly() throws ForgeException {
        ModelProto fixed = new OnnxText()
                .input("in", DataType.FLOAT, "1 3 1 2")
                .initializer(Tensors.floats("bias", new float[] {1, 2, 3}, 3))
                .constant("flat", Tensors.integers("", new long[] {1, 6}, 2))
                .constant("column", Tensors.integers("", new long[] {1, 3, 1, 1}, 4))
                .node("Reshape", "biases", List.of("bias", "column"))
                .node("Add", "sum", List.of("in", "biases"))
                .node("Reshape", "out", List.of("sum", "flat"))
                .output("out", DataType.FLOAT, "1 6")
                .model();

        ModelProto model = convert(fixed, List.of(-1L, 3L, 1L, 2L));

        assertThat(Tensors.integers(constant(model, "flat"))).containsExactly(0, 6);
        assertThat(Tensors.integers(constant(model, "column"))).containsExactly(1, 3, 1, 1);
        assertThat(Tensors.shape(model.getGraph().getOutput(0))).containsExactly(-1L, 6L);
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            assertThat(runner.run(new float[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}, List.of(2L, 3L, 1L, 2L))
                            .get("out"))
                    .containsExactly(1, 1, 2, 2, 3, 3, 2, 2, 3, 3, 4, 4);
        }
    }

    private static ModelProto relu(String dims) {
        return new OnnxText()
                .input("in", DataType.FLOAT, dims)
                .node("Relu", "out", List.of("in"))
                .output("out", DataType.FLOAT, dims)
                .model();
    }

    private static List<Long> shape(ModelProto model) {
        return Tensors.shape(model.getGraph().getInput(0));
    }

    private static ModelProto convert(ModelProto source, List<Long> shape, String... option) throws ForgeException {
        Map<String, String> options = option.length == 0 ? Map.of() : Map.of(option[0], option[1]);
        GraphRequest request = new GraphRequest("test", "main", Optional.of(shape), Layout.NCHW, options);
        return new OnnxConverter()
                .convert(new Weights(source.toByteArray()), request)
                .graph();
    }

    private static TensorProto constant(ModelProto model, String name) {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
