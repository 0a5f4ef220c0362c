package org.lynceus.forge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.check.GraphRunner;

class PooledPadTest {
    private static final List<Long> SHAPE = List.of(1L, 1L, 2L, 2L);

    @ParameterizedTest
    @ValueSource(floats = {0, -1})
    void theBorderIsPartOfTheMaximum(float border) throws ForgeException {
        ModelProto model = model(border);
        float[] expected = {border, border, border, Math.max(border, -4)};
        try (GraphRunner runner = new GraphRunner("test", Rewrites.apply(model).toByteArray(), 1)) {
            float[] pooled = runner.run(new float[] {-1.5f, -2, -3, -4}, SHAPE).get("y");
            for (int i = 0; i < expected.length; i++) {
                assertThat(pooled[i]).isCloseTo(expected[i], Offset.offset(1e-30f));
            }
        }
    }

    @Test
    void whatIsNotPooledStaysAsItIs() {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("x", SHAPE);
        String pads = builder.constant("pads", new long[] {0, 0, 1, 1, 0, 0, 0, 0});
        String padded = builder.node("Pad", "padded", List.of("x", pads));
        builder.output(builder.node("Relu", "y", List.of(padded)), "y", List.of(1L, 1L, 3L, 3L));
        ModelProto model = builder.build();
        assertThat(PooledPad.rewrite(model)).isSameAs(model);
        ModelProto other = model(-1);
        assertThat(PooledPad.rewrite(other)).isSameAs(other);
    }

    /** One row and one column of border at the top and at the left, then the maximum of 2 x 2. */
    private static ModelProto model(float border) {
        GraphBuilder builder = new GraphBuilder("test");
        builder.input("x", SHAPE);
        String pads = builder.constant("pads", new long[] {0, 0, 1, 1, 0, 0, 1, 1});
        String fill = builder.constant("fill", new float[] {border});
        String padded = builder.node("Pad", "padded", List.of("x", pads, fill));
        String pooled = builder.node(
                "MaxPool",
                "y",
                List.of(padded),
                Attributes.integers("kernel_shape", 2, 2),
                Attributes.integers("strides", 2, 2));
        builder.output(pooled, "y", List.of(1L, 1L, 2L, 2L));
        return builder.build();
    }
}
