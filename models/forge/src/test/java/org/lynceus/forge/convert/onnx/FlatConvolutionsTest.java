package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.Tensors;

class FlatConvolutionsTest {
    private static final List<Long> SHAPE = List.of(2L, 2L, 5L, 4L, 3L);

    @Test
    void kernelsThatAreFlatInTimeOrSpaceComputeTheSame() throws ForgeException {
        ModelProto source = model();

        ModelProto rewritten = convert(source, "flat-convolutions");

        assertThat(rewritten.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .contains("Transpose", "Reshape");
        assertThat(run(rewritten)).containsExactly(run(source), Offset.offset(1e-5f));
    }

    @Test
    void unknownRewriteIsNamed() {
        assertThatThrownBy(() -> convert(model(), "round-convolutions"))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'round-convolutions'")
                .hasMessageContaining("[flat-convolutions, hard-swish]");
    }

    /** Two frames long and three dilated rows high; then only one of the two, with strides and uneven padding. */
    private static ModelProto model() {
        return new OnnxText()
                .input("in", DataType.FLOAT, "2 2 5 4 3")
                .initializer(Tensors.floats("within", weights(3 * 2 * 3 * 2), 3, 2, 1, 3, 2))
                .initializer(Tensors.floats("bias", new float[] {1, -2, 3}, 3))
                .initializer(Tensors.floats("along", weights(2 * 3 * 3), 2, 3, 3, 1, 1))
                .initializer(Tensors.floats("both", weights(2 * 2 * 2 * 2), 2, 2, 2, 2, 1))
                .node(
                        "Conv",
                        "frames",
                        List.of("in", "within", "bias"),
                        Attributes.integers("kernel_shape", 1, 3, 2),
                        Attributes.integers("pads", 0, 2, 1, 0, 1, 0),
                        Attributes.integers("strides", 1, 2, 1))
                .node(
                        "Conv",
                        "times",
                        List.of("frames", "along"),
                        Attributes.integers("dilations", 2, 1, 1),
                        Attributes.integers("pads", 2, 0, 0, 1, 0, 0))
                .node("Conv", "out", List.of("times", "both"))
                .output("out", DataType.FLOAT, "? ? ? ? ?")
                .model();
    }

    private static float[] weights(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (i * 7 % 11 - 5) / 4f;
        }
        return values;
    }

    private static ModelProto convert(ModelProto source, String rewrite) throws ForgeException {
        GraphRequest request =
                new GraphRequest("test", "main", Optional.of(SHAPE), Layout.NCHW, Map.of("rewrite", rewrite));
        return new OnnxConverter()
                .convert(new Weights(source.toByteArray()), request)
                .graph();
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(weights(240), SHAPE).get("out");
        }
    }
}
