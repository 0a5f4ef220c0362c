package org.lynceus.forge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
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

        GraphCheck.Facts facts = GraphCheck.check("Model m", "main", softmax(1), Optional.of(SHAPE), golden);

        assertThat(facts).isEqualTo(new GraphCheck.Facts("in", SHAPE, List.of("out")));
    }

    @Test
    void graphThatMixesTheInputsOfABatchIsRefused() {
        Properties golden = golden("1, 1", 1.41421356);

        assertThatThrownBy(() -> GraphCheck.check("Model m", "main", softmax(0), Optional.of(SHAPE), golden))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m")
                .hasMessageContaining("'out' of the second input of a batch");
    }

    @Test
    void missingGoldenIsNamed() {
        assertThatThrownBy(() -> GraphCheck.check("Model m", "other", softmax(1), Optional.of(SHAPE), new Properties()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("other.input");
    }

    @Test
    void bytesThatAreNoGraphAreRefused() {
        assertThatThrownBy(() -> GraphCheck.check("Model m", "main", new byte[10], Optional.empty(), new Properties()))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model m: ONNX Runtime refuses the graph");
    }

    private static byte[] softmax(int axis) {
        AttributeProto along = Attributes.integer("axis", axis);
        GraphBuilder builder = new GraphBuilder("main");
        builder.input("in", SHAPE);
        builder.reserve(List.of("out"));
        builder.output(builder.node("Softmax", "probabilities", List.of("in"), along), "out", SHAPE);
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
