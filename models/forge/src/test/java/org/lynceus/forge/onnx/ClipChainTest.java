package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class ClipChainTest {
    private static final float[] VALUES = {-9, -1, -0.5f, 0, 0.5f, 1, 5, 6, 7, Float.NEGATIVE_INFINITY};

    private final GraphBuilder graph = new GraphBuilder("test");

    @Test
    void chainBecomesOneClipThatGivesTheSame() throws ForgeException {
        input();
        String relu = graph.node("Relu", "relu", List.of("x"));
        String below = graph.node("Clip", "below", List.of(relu, "", graph.constant("six", new float[] {6})));
        String above = graph.node("Clip", "above", List.of(below, graph.constant("one", new float[] {1})));

        ModelProto joined = requireSameResults(above);

        assertThat(operators(joined)).containsExactly("Clip");
        assertThat(joined.getGraph().getInitializerList()).hasSize(2);
    }

    @Test
    void limitsThatExcludeEachOtherGiveTheLastOne() throws ForgeException {
        input();
        String low = graph.node("Clip", "low", List.of("x", "", graph.constant("a", new float[] {-2})));

        assertThat(operators(requireSameResults(graph.node("Relu", "y", List.of(low)))))
                .containsExactly("Clip");
    }

    @Test
    void valueThatIsReadElsewhereStays() throws ForgeException {
        input();
        String relu = graph.node("Relu", "relu", List.of("x"));
        String clip = graph.node("Clip", "clip", List.of(relu, "", graph.constant("six", new float[] {6})));

        assertThat(operators(requireSameResults(graph.node("Sub", "y", List.of(relu, clip)))))
                .containsExactly("Relu", "Clip", "Sub");
    }

    @Test
    void computedLimitStays() throws ForgeException {
        input();
        String most = graph.node(
                "ReduceMax", "most", List.of("x"), Attributes.integers("axes", 0), Attributes.integer("keepdims", 0));
        String relu = graph.node("Relu", "relu", List.of("x"));
        String clip = graph.node("Clip", "clip", List.of(relu, "", most));

        assertThat(operators(requireSameResults(clip))).contains("Relu", "Clip");
    }

    private void input() {
        graph.input("x", List.of((long) VALUES.length));
        graph.reserve(List.of("result"));
    }

    private ModelProto requireSameResults(String output) throws ForgeException {
        graph.output(output, "result", List.of((long) VALUES.length));
        ModelProto before = graph.build();
        ModelProto after = ClipChain.rewrite(before);
        assertThat(run(after)).containsExactly(run(before));
        return after;
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(VALUES, List.of((long) VALUES.length)).get("result");
        }
    }

    private static List<String> operators(ModelProto model) {
        return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
    }
}
