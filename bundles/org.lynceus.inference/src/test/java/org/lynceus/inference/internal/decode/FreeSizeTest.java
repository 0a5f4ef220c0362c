package org.lynceus.inference.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lynceus.inference.internal.decode.Fit.Size;

class FreeSizeTest {
    private static final List<Long> ANY_SIZE = List.of(-1L, 3L, -1L, -1L);
    private static final List<Long> ANY_WIDTH = List.of(-1L, 3L, 48L, -1L);

    @ParameterizedTest
    @CsvSource({
        "400, 400, 736, 736", // enlarged to the least short side
        "800, 1000, 800, 992", // as it is, in multiples of 32
        "3200, 1600, 1600, 800", // shrunk to the most of the long side
        "2000, 400, 1600, 320", // the long side comes first
        "100000, 10, 1600, 32", // never less than one multiple
    })
    void picturesAreScaledToMultiples(int width, int height, int inputWidth, int inputHeight) {
        FreeSize size = FreeSize.of(Contexts.of(ANY_SIZE, Map.of("short-side.min", "736", "long-side.max", "1600")));
        assertThat(size.of(new Size(width, height))).isEqualTo(new Size(inputWidth, inputHeight));
    }

    @ParameterizedTest
    @CsvSource({"480, 48, 480", "100, 30, 160", "10, 100, 48", "101, 30, 162", "100000, 10, 3200"})
    void linesKeepTheirAspectUpToALimit(int width, int height, int inputWidth) {
        FreeSize size = FreeSize.of(Contexts.of(ANY_WIDTH, Map.of()));
        assertThat(size.of(new Size(width, height))).isEqualTo(new Size(inputWidth, 48));
    }

    @Test
    void triesASmallSize() {
        assertThat(FreeSize.of(Contexts.of(ANY_SIZE, Map.of("short-side.min", "736")))
                        .small())
                .isEqualTo(new Size(64, 64));
        assertThat(FreeSize.of(Contexts.of(ANY_WIDTH, Map.of())).small()).isEqualTo(new Size(320, 48));
        assertThat(FreeSize.of(Contexts.of(ANY_SIZE, Map.of("multiple", "48"))).small())
                .isEqualTo(new Size(96, 96));
    }

    @Test
    void noDescriptionMayAskForHugeInputs() {
        DecoderContext huge = Contexts.of(ANY_SIZE, Map.of("long-side.max", "100000"));
        assertThatThrownBy(() -> FreeSize.of(huge)).hasMessage("model m: long-side.max is not from 32 to 4096: 100000");
        DecoderContext large = Contexts.of(ANY_SIZE, Map.of("short-side.min", "1700"));
        assertThatThrownBy(() -> FreeSize.of(large)).hasMessage("model m: short-side.min is not from 1 to 1600: 1700");
    }

    @Test
    void aFreeSizeIsNotLetterboxed() {
        DecoderContext letterbox = Contexts.of(ANY_SIZE, Map.of("graph.g.fit", "letterbox"));
        assertThatThrownBy(() -> Feed.of(letterbox))
                .hasMessage("model m: graph.g.fit is of no use where the graph takes any size");
    }
}
