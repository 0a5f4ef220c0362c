package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewritesTest {
    private static final List<Long> SHAPE = List.of(1L, 1L, 2L, 2L);

    @Test
    void aGraphWithABranchStaysAsItIs() {
        ModelProto plain = pooled();
        ModelProto branching = plain.toBuilder()
                .setGraph(plain.getGraph().toBuilder()
                        .addNode(NodeProto.newBuilder()
                                .setOpType("If")
                                .addInput("condition")
                                .addOutput("z")
                                .addAttribute(AttributeProto.newBuilder()
                                        .setName("then_branch")
                                        .setType(AttributeProto.AttributeType.GRAPH)
                                        .setG(GraphProto.newBuilder().setName("then")))))
                .build();

        assertThat(Rewrites.apply(plain)).isNotSameAs(plain);
        assertThat(Rewrites.apply(branching)).isSameAs(branching);
    }

    private static ModelProto pooled() {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("x", SHAPE);
        String pads = builder.constant("pads", new long[] {0, 0, 1, 1, 0, 0, 1, 1});
        String padded = builder.node("Pad", "padded", List.of("x", pads));
        String pooled = builder.node("MaxPool", "y", List.of(padded), Attributes.integers("kernel_shape", 2, 2));
        builder.output(pooled, "y", List.of(1L, 1L, 3L, 3L));
        return builder.build();
    }
}
