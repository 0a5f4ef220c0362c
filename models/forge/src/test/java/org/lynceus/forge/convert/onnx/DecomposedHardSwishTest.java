package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
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
import org.lynceus.forge.onnx.GraphBuilder;

class DecomposedHardSwishTest {
    private static final List<Long> SHAPE = List.of(1L, 7L);
    private static final float[] VALUES = {-4, -3, -1.5f, 0, 1, 3, 5};
    private static final float[] SWISH = {0, 0, -0.375f, 0, 0.6666667f, 3, 5};
    private static final float[] SIGMOID = {0, 0, 0.25f, 0.5f, 0.6666667f, 1, 1};

    @Test
    void productBeforeTheDivisionBecomesOne() throws ForgeException {
        ModelProto rewritten = fused(swish(true, 3));

        assertThat(operators(rewritten)).containsExactly("HardSigmoid", "Mul");
        assertThat(run(rewritten)).containsExactly(SWISH, Offset.offset(1e-6f));
    }

    @Test
    void productAfterTheDivisionBecomesOne() throws ForgeException {
        ModelProto rewritten = fused(swish(false, 3));

        assertThat(operators(rewritten)).containsExactly("HardSigmoid", "Mul");
        assertThat(run(rewritten)).containsExactly(SWISH, Offset.offset(1e-6f));
    }

    @Test
    void hardSigmoidAloneIsOneOperator() throws ForgeException {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("in", SHAPE);
        builder.reserve(List.of("out"));
        builder.output(divided(builder, clipped(builder, 3)), "out", SHAPE);

        ModelProto rewritten = fused(builder.build());

        assertThat(operators(rewritten)).containsExactly("HardSigmoid");
        assertThat(run(rewritten)).containsExactly(SIGMOID, Offset.offset(1e-6f));
    }

    @Test
    void otherConstantsAreLeftAlone() {
        ModelProto model = swish(true, 2);

        assertThatThrownBy(() -> fused(model))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test")
                .hasMessageContaining("finds nothing to rewrite");
    }

    @Test
    void valuesInBetweenThatAreUsedElsewhereAreKept() {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("in", SHAPE);
        builder.reserve(List.of("out", "clipped"));
        String clipped = clipped(builder, 3);
        builder.output(divided(builder, builder.node("Mul", "product", List.of("in", clipped))), "out", SHAPE);
        builder.output(clipped, "clipped", SHAPE);
        ModelProto model = builder.build();

        assertThatThrownBy(() -> fused(model))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test")
                .hasMessageContaining("finds nothing to rewrite");
    }

    private static ModelProto fused(ModelProto model) throws ForgeException {
        GraphRequest request =
                new GraphRequest("test", "main", Optional.empty(), Layout.NCHW, Map.of("rewrite", "hard-swish"));
        return new OnnxConverter()
                .convert(new Weights(model.toByteArray()), request)
                .graph();
    }

    private static ModelProto swish(boolean productFirst, float shift) {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("in", SHAPE);
        builder.reserve(List.of("out"));
        String gate = clipped(builder, shift);
        String result = productFirst
                ? divided(builder, builder.node("Mul", "product", List.of("in", gate)))
                : builder.node("Mul", "product", List.of(divided(builder, gate), "in"));
        builder.output(result, "out", SHAPE);
        return builder.build();
    }

    private static String clipped(GraphBuilder builder, float shift) {
        String shifted =
                builder.node("Add", "shifted", List.of("in", builder.constant("shift", new float[] {shift}, 1)));
        return builder.node(
                "Clip",
                "clipped",
                List.of(shifted, builder.constant("low", new float[1]), builder.constant("high", new float[] {6})));
    }

    private static String divided(GraphBuilder builder, String value) {
        return builder.node("Div", "divided", List.of(value, builder.constant("six", new float[] {6}, 1)));
    }

    private static List<String> operators(ModelProto model) {
        return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(VALUES, SHAPE).get("out");
        }
    }
}
