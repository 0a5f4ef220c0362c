package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class ScaledConvolutionTest {
    private static final List<Long> SHAPE = List.of(1L, 2L, 3L, 3L);

    private final GraphBuilder graph = new GraphBuilder("test");

    @Test
    void factorsAndSumsPerChannelVanish() throws ForgeException {
        String bias = graph.constant("b", random(3), 3);
        String conv = convolution(List.of(bias));
        String scaled = graph.node("Mul", "scaled", List.of(conv, graph.constant("f", random(3), 3, 1, 1)));
        String shifted = graph.node("Add", "shifted", List.of(graph.constant("s", random(3), 1, 3, 1, 1), scaled));
        String doubled = graph.node("Mul", "doubled", List.of(shifted, graph.constant("two", new float[] {2})));

        assertThat(operators(requireSameResults(doubled))).containsExactly("Conv");
    }

    @Test
    void sumGivesAConvolutionWithoutBiasOne() throws ForgeException {
        String conv = convolution(List.of());
        String shifted = graph.node("Add", "shifted", List.of(conv, graph.constant("s", random(3), 3, 1, 1)));

        ModelProto folded = requireSameResults(shifted);
        assertThat(operators(folded)).containsExactly("Conv");
        assertThat(folded.getGraph().getNode(0).getInputCount()).isEqualTo(3);
    }

    @Test
    void transposedConvolutionHasItsOutputsInTheSecondDimension() throws ForgeException {
        graph.input("x", SHAPE);
        String up = graph.node("ConvTranspose", "up", List.of("x", graph.constant("w", random(6), 2, 3, 1, 1)));
        String scaled = graph.node("Mul", "scaled", List.of(up, graph.constant("f", random(3), 3, 1, 1)));

        assertThat(operators(requireSameResults(scaled))).containsExactly("ConvTranspose");
    }

    @Test
    void valuesThatDifferWithinAChannelStay() throws ForgeException {
        String conv = convolution(List.of());
        String scaled = graph.node("Mul", "scaled", List.of(conv, graph.constant("f", random(3), 1, 3)));

        assertThat(operators(requireSameResults(scaled))).containsExactly("Conv", "Mul");
    }

    @Test
    void convolutionThatIsReadElsewhereStays() throws ForgeException {
        String conv = convolution(List.of());
        String scaled = graph.node("Mul", "scaled", List.of(conv, graph.constant("f", random(3), 3, 1, 1)));

        assertThat(operators(requireSameResults(graph.node("Add", "y", List.of(scaled, conv)))))
                .containsExactly("Conv", "Mul", "Add");
    }

    private String convolution(List<String> bias) {
        graph.input("x", SHAPE);
        String weights = graph.constant("w", random(6), 3, 2, 1, 1);
        return graph.node("Conv", "conv", bias.isEmpty() ? List.of("x", weights) : List.of("x", weights, bias.get(0)));
    }

    private ModelProto requireSameResults(String output) throws ForgeException {
        graph.reserve(List.of("result"));
        graph.output(output, "result", List.of(1L, 3L, 3L, 3L));
        ModelProto before = graph.build();
        ModelProto after = ScaledConvolution.rewrite(before);
        float[] expected = run(before);
        float[] actual = run(after);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], Offset.offset(1e-4f));
        }
        return after;
    }

    private static float[] run(ModelProto model) throws ForgeException {
        try (GraphRunner runner = new GraphRunner("test", model.toByteArray(), 1)) {
            return runner.run(random(18), SHAPE).get("result");
        }
    }

    private static List<String> operators(ModelProto model) {
        return model.getGraph().getNodeList().stream().map(NodeProto::getOpType).toList();
    }

    private static float[] random(int count) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * 2);
        }
        return values;
    }
}
