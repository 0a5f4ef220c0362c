package org.lynceus.inference.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecoderContextTest {
    @Test
    void theGraphsOwnKeyComesFirst() {
        DecoderContext context = Contexts.of(Map.of("threshold", "0.5", "graph.g.threshold", " 0.7 ", "bins", "8"));
        assertThat(context.ratio("threshold", 0)).isEqualTo(0.7);
        assertThat(context.integer("bins", 1, 1, 16)).isEqualTo(8);
        assertThat(context.ratio("nms.iou", 0.6)).isEqualTo(0.6);
    }

    @Test
    void readsLists() {
        DecoderContext context = Contexts.of(Map.of("strides", "8, 16,32", "sizes", "1.5,2", "names", "a, b"));
        assertThat(context.integers("strides")).containsExactly(8, 16, 32);
        assertThat(context.numbers("sizes")).containsExactly(1.5, 2.0);
        assertThat(context.list("names")).containsExactly("a", "b");
        assertThat(context.list("other")).isEmpty();
    }

    @Test
    void saysWhichKeyIsWrong() {
        DecoderContext context = Contexts.of(
                Map.of("threshold", "2", "bins", "many", "decoded", "yes", "activation", "relu", "strides", "8,x"));
        assertThatThrownBy(() -> context.ratio("threshold", 0)).hasMessage("model m: threshold is not from 0 to 1: 2");
        assertThatThrownBy(() -> context.integer("bins", 1, 1, 2)).hasMessage("model m: bins is not a number: many");
        assertThatThrownBy(() -> context.flag("decoded", false))
                .hasMessage("model m: decoded is neither true nor false: yes");
        assertThatThrownBy(() -> context.choice("activation", Activation.NONE))
                .hasMessage("model m: activation is none of [none, softmax, sigmoid]: relu");
        assertThatThrownBy(() -> context.integers("strides")).hasMessage("model m: strides is not a number: x");
        assertThatThrownBy(context::labels).hasMessage("model m: labels is missing: the classes have no names");
    }

    @Test
    void notANumberIsNotInRange() {
        DecoderContext context = Contexts.of(Map.of("threshold", "NaN"));
        assertThatThrownBy(() -> context.ratio("threshold", 0)).hasMessageContaining("is not from 0 to 1: NaN");
    }

    @Test
    void readsFilesOfFloats() {
        DecoderContext none = Contexts.of(Map.of("anchors", "a.f32"));
        assertThatThrownBy(() -> none.floats("anchors", 4)).hasMessage("model m: anchors a.f32: there is no such file");
        assertThatThrownBy(() -> none.floats("priors", 4)).hasMessageContaining("priors is missing");

        byte[] bytes = {0, 0, -128, 63, 0, 0, 0, -64};
        DecoderContext context = new DecoderContext(none.info(), none.graph(), (path, limit) -> bytes);
        assertThat(context.floats("anchors", 2)).containsExactly(1, -2);
        assertThatThrownBy(() -> context.floats("anchors", 4))
                .hasMessage("model m: anchors a.f32: 8 bytes are not rows of 4 floats");
        byte[] nan = ByteBuffer.allocate(4).putInt(0x0000c07f).array();
        DecoderContext broken = new DecoderContext(none.info(), none.graph(), (path, limit) -> nan);
        assertThatThrownBy(() -> broken.floats("anchors", 1)).hasMessageContaining("holds the value NaN");
    }

    @Test
    void everyRoleWithAContractHasADecoder() {
        for (Kind kind : List.of(Kind.CLASSES, Kind.TEXT_REGIONS, Kind.TEXT_LINE)) {
            assertThat(Decoders.names(kind)).isNotEmpty();
        }
        assertThat(Decoders.names(Kind.CLASSES)).containsExactly("classification", "tagging");
        assertThat(Decoders.knows("ctc")).isTrue();
        assertThat(Decoders.knows("facemesh")).isFalse();
    }
}
