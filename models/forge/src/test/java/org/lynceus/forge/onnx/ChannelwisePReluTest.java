package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class ChannelwisePReluTest {
    private static final List<Long> SHAPE = List.of(1L, 5L, 1L, 3L);
    private static final float[] VALUES = {-1, 0, 1, -2, 0.5f, 2, -3, 3, 0.1f, -4, 4, -0.1f, -5, 5, 50};

    @Test
    void computesTheSameForSlopesOfAnySign() throws ForgeException {
        ModelProto model = model(new float[] {0.25f, 1.25f, -0.5f, 0, 1}, 5, 1, 1);

        ModelProto rewritten = ChannelwisePRelu.rewrite(model);

        assertThat(rewritten.getGraph().getNodeList())
                .extracting(NodeProto::getOpType)
                .contains("Conv")
                .doesNotContain("PRelu");
        assertThat(run(rewritten)).containsExactly(run(model), Offset.offset(1e-6f));
    }

    @Test
    void leavesOneSlopeForAllChannelsAlone() {
        ModelProto model = model(new float[] {0.25f}, 1, 1, 1);

        assertThat(ChannelwisePRelu.rewrite(model)).isSameAs(model);
    }

    private static ModelProto model(float[] slopes, long... dims) {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("in", SHAPE);
        builder.reserve(List.of("out"));
        String slope = builder.constant("slope", slopes, dims);
        builder.output(builder.node("PRelu", "activated", List.of("in", slope)), "out", SHAPE);
        return builder.build();
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(VALUES, SHAPE).get("out");
        }
    }
}
