package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.GraphBuilder;
import org.lynceus.forge.onnx.Tensors;

class OnnxConverterTest {
    private static final List<Long> STORED = List.of(1L, 3L, 64L, 64L);
    private static final List<Long> LARGER = List.of(1L, 3L, 128L, 192L);
    private static final Map<String, String> PRIORS =
            Map.of("priors", "ultraface", "priors.centres", "centres", "priors.extents", "extents");

    private final OnnxConverter converter = new OnnxConverter();

    @Test
    void sameShapePassesThroughUnchanged() throws ForgeException {
        byte[] source = detector(1).toByteArray();

        assertThat(converter
                        .convert(new Weights(source), request(STORED, Map.of()))
                        .graph()
                        .toByteArray())
                .isEqualTo(source);
    }

    @Test
    void largerInputGetsItsOwnPriors() throws ForgeException {
        UltraFacePriors expected = UltraFacePriors.of(192, 128);

        ModelProto reshaped = converter
                .convert(new Weights(detector(1).toByteArray()), request(LARGER, PRIORS))
                .graph();

        assertThat(Tensors.shape(reshaped.getGraph().getInput(0))).isEqualTo(LARGER);
        assertThat(Tensors.shape(reshaped.getGraph().getOutput(0))).containsExactly(1L, (long) expected.count(), 2L);
        assertThat(Tensors.floats(constant(reshaped, "centres"))).isEqualTo(expected.centres());
        assertThat(Tensors.floats(constant(reshaped, "extents"))).isEqualTo(expected.extents());
        assertThat(constant(reshaped, "extents").getDimsList()).containsExactly(1L, (long) expected.count(), 2L);
    }

    @Test
    void unexpectedPriorsAreNotReplaced() {
        assertThatThrownBy(() -> converter.convert(new Weights(detector(0.5f).toByteArray()), request(LARGER, PRIORS)))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Model test")
                .hasMessageContaining("'extents'");
    }

    @Test
    void anotherSizeNeedsToKnowThePriors() {
        assertThatThrownBy(() -> converter.convert(new Weights(detector(1).toByteArray()), request(LARGER, Map.of())))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("convert.priors");
    }

    @Test
    void freeBatchIsKeptByReshapes() throws ForgeException {
        ModelProto freed = converter
                .convert(new Weights(flattening(1).toByteArray()), request(List.of(-1L, 3L, 64L, 64L), Map.of()))
                .graph();

        assertThat(Tensors.integers(constant(freed, "shape"))).containsExactly(0, 12288);
        assertThat(Tensors.shape(freed.getGraph().getInput(0))).first().isEqualTo(-1L);
        assertThat(Tensors.shape(freed.getGraph().getOutput(0))).containsExactly(-1L, 12288L);
    }

    @Test
    void batchThatAReshapeMergesIsRefused() {
        assertThatThrownBy(() -> converter.convert(
                        new Weights(flattening(2).toByteArray()), request(List.of(-1L, 3L, 64L, 64L), Map.of())))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'shape'");
    }

    @Test
    void truncatedFileIsRefused() {
        byte[] source = detector(1).toByteArray();

        for (int length = 1; length < source.length; length += 97) {
            byte[] cut = Arrays.copyOf(source, length);
            assertThatThrownBy(() -> converter.convert(new Weights(cut), request(STORED, Map.of())))
                    .as("cut after %d of %d bytes", length, source.length)
                    .isInstanceOf(ForgeException.class)
                    .hasMessageContaining("Model test");
        }
    }

    private static GraphRequest request(List<Long> shape, Map<String, String> options) {
        return new GraphRequest("test", "main", Optional.of(shape), Layout.NCHW, options);
    }

    private static ModelProto detector(float factor) {
        UltraFacePriors priors = UltraFacePriors.of(64, 64);
        float[] extents = priors.extents().clone();
        for (int i = 0; i < extents.length; i++) {
            extents[i] *= factor;
        }
        GraphBuilder builder = new GraphBuilder("detector");
        builder.input("in", STORED);
        builder.reserve(List.of("boxes"));
        String centres = builder.constant("centres", priors.centres(), 1, priors.count(), 2);
        String sizes = builder.constant("extents", extents, 1, priors.count(), 2);
        builder.output(
                builder.node("Add", "sum", List.of(centres, sizes)), "boxes", List.of(1L, (long) priors.count(), 2L));
        return builder.build();
    }

    private static ModelProto flattening(long first) {
        GraphBuilder builder = new GraphBuilder("flattening");
        builder.input("in", STORED);
        builder.reserve(List.of("out"));
        String shape = builder.constant("shape", new long[] {first, 12288 / first});
        builder.output(builder.node("Reshape", "flat", List.of("in", shape)), "out", List.of(first, 12288 / first));
        return builder.build();
    }

    private static TensorProto constant(ModelProto model, String name) {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
