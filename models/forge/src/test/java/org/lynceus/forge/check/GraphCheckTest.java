package org.lynceus.forge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

class GraphCheckTest {
    private static final List<Long> SHAPE = List.of(-1L, 2L);

    @Test
    void graphThatKeepsInputsApartPasses() throws ForgeException {
        Properties golden = golden("0.5, 0.5", 0.70710678);

        GraphCheck.Facts facts = GraphCheck.check(request("main", SHAPE), softmax(1), golden);

        assertThat(facts).isEqualTo(new GraphCheck.Facts("in", SHAPE, Map.of("out", List.of(1L, 2L))));
    }

    @Test
    void graphThatMixesTheInputsOfABatchIsRefused() {
        Properties golden = golden("1, 1", 1.41421356);

        assertThatThrownBy(() -> GraphCheck.check(request("main", SHAPE), softmax(0), golden))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m")
                .hasMessageContaining("'out' of the second input of a batch");
    }

    @Test
    void missingGoldenIsNamed() {
        assertThatThrownBy(() -> GraphCheck.check(request("other", SHAPE), softmax(1), new Properties()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("other.input");
    }

    @Test
    void bytesThatAreNoGraphAreRefused() {
        assertThatThrownBy(() -> GraphCheck.check(request("main", SHAPE), new byte[10], new Properties()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m: ONNX Runtime refuses the graph");
    }

    @Test
    void graphOfAnySizeIsRunAtTheSizeOfItsGolden() throws ForgeException {
        List<Long> free = List.of(1L, 1L, -1L, -1L);
        Properties golden = golden("0.5, 0.5", 1);
        golden.setProperty("main.shape", "1, 1, 2, 2");

        GraphCheck.Facts facts = GraphCheck.check(request("main", free), softmax(free, 3), golden);

        assertThat(facts.shape()).isEqualTo(free);
        assertThat(facts.outputs()).containsEntry("out", List.of(1L, 1L, 2L, 2L));
        golden.setProperty("main.shape", "1, 2, 2, 2");
        assertThatThrownBy(() -> GraphCheck.check(request("main", free), softmax(free, 3), golden))
                .hasMessageContaining("[1, 2, 2, 2]");
        golden.remove("main.shape");
        assertThatThrownBy(() -> GraphCheck.check(request("main", free), softmax(free, 3), golden))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'main.shape'");
    }

    @Test
    void integerSourceIsHeldToThePlaceAndHeightOfItsPeak() throws ForgeException {
        GraphCheck.Request request = new GraphCheck.Request("Model m", "main", Optional.of(SHAPE), true);

        assertThat(GraphCheck.check(request, softmax(1), peak("0, 0.52", "0.03")))
                .isNotNull();
        assertThatThrownBy(() -> GraphCheck.check(request, softmax(1), peak("0, 0.54", "0.03")))
                .hasMessageContaining("output 'out' is 0.5");
        assertThatThrownBy(() -> GraphCheck.check(request, softmax(1), peak("1, 0.5", "0.03")))
                .hasMessageContaining("largest at 0");
        assertThatThrownBy(() -> GraphCheck.check(request, softmax(1), peak("0", "0.03")))
                .hasMessageContaining("main.out.argmax = index, value");
    }

    @Test
    void floatSourceMayNotHaveAnInexactGolden() {
        assertThatThrownBy(() -> GraphCheck.check(request("main", SHAPE), softmax(1), peak("0, 0.5", "0.1")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("compute with integers");
    }

    private static Properties peak(String peak, String tolerance) {
        Properties golden = new Properties();
        golden.setProperty("main.input", "3, 3, 0");
        golden.setProperty("main.out.argmax", peak);
        golden.setProperty("main.out.tolerance", tolerance);
        return golden;
    }

    private static GraphCheck.Request request(String name, List<Long> shape) {
        return new GraphCheck.Request("Model m", name, Optional.of(shape), false);
    }

    private static byte[] softmax(int axis) {
        return softmax(SHAPE, axis);
    }

    private static byte[] softmax(List<Long> shape, int axis) {
        AttributeProto along = Attributes.integer("axis", axis);
        GraphBuilder builder = new GraphBuilder("main");
        builder.input("in", shape);
        builder.reserve(List.of("out"));
        builder.output(builder.node("Softmax", "probabilities", List.of("in"), along), "out", shape);
        return builder.build().toByteArray();
    }

    /** Both input values are 3. */
    private static Properties golden(String sample, double norm) {
        Properties golden = new Properties();
        golden.setProperty("main.input", "3, 3, 0");
        golden.setProperty("main.out.l2", String.valueOf(norm));
        golden.setProperty("main.out.sample", sample);
        return golden;
    }
}
