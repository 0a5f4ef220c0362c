package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class PaddedShortcutTest {
    private static final List<Long> INPUT = List.of(1L, 2L, 2L, 2L);
    private static final List<Long> OUTPUT = List.of(1L, 5L, 2L, 2L);
    private static final float[] VALUES = {-1, 2, 0.5f, -3, 4, -5, 0.25f, 1};
    private static final float[] WEIGHTS = {1, -2, 0.5f, 3, -1, 1, 2, 2, -0.5f, 0.25f};
    private static final float[] BIAS = {0.1f, -0.2f, 0.3f, -0.4f, 0.5f};
    private static final long[] TWO_AND_ONE = {0, 0, 0, 0, 0, 3, 0, 0};

    @Test
    void computesTheSameWithoutPadding() throws ForgeException {
        ModelProto model = block(TWO_AND_ONE, true);

        ModelProto rewritten = PaddedShortcut.rewrite(model);

        assertThat(rewritten.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Conv", "Conv", "Add", "Relu", "Relu", "Concat");
        assertThat(run(rewritten)).containsExactly(run(model), Offset.offset(1e-6f));
        assertThat(run(model)).as("the activation must matter").contains(0f);
    }

    @Test
    void sumWithoutActivationIsRewrittenToo() throws ForgeException {
        ModelProto model = block(TWO_AND_ONE, false);

        ModelProto rewritten = PaddedShortcut.rewrite(model);

        assertThat(rewritten.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly("Conv", "Conv", "Add", "Concat");
        assertThat(run(rewritten)).containsExactly(run(model), Offset.offset(1e-6f));
    }

    @Test
    void channelsInFrontStayPadded() {
        ModelProto model = block(new long[] {0, 3, 0, 0, 0, 0, 0, 0}, true);

        assertThat(PaddedShortcut.rewrite(model)).isSameAs(model);
    }

    private static ModelProto block(long[] pads, boolean activated) {
        GraphBuilder builder = new GraphBuilder("block");
        builder.input("in", INPUT);
        builder.reserve(List.of("out"));
        String padded = builder.node("Pad", "padded", List.of("in", builder.constant("pads", pads)));
        String weights = builder.constant("weights", WEIGHTS, 5, 2, 1, 1);
        String bias = builder.constant("bias", BIAS, 5);
        String convolved = builder.node("Conv", "convolved", List.of("in", weights, bias));
        String sum = builder.node("Add", "sum", List.of(padded, convolved));
        builder.output(activated ? builder.node("Relu", "activated", List.of(sum)) : sum, "out", OUTPUT);
        return builder.build();
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            Map<String, float[]> outputs = runner.run(VALUES, INPUT);
            return outputs.get("out");
        }
    }
}
