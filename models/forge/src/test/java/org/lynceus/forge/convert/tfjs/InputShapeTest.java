package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;

class InputShapeTest {
    private static final List<Long> LAST = List.of(-1L, 20L, 30L, 3L);
    private static final List<Long> FIRST = List.of(1L, 3L, 20L, 30L);

    @Test
    void wantedShapeTellsWhereTheChannelsAre() throws ForgeException {
        InputShape shape = InputShape.of(FIRST, request(Layout.NHWC, -1, 20, 30, 3));

        assertThat(shape.dims()).containsExactly(-1L, 3L, 20L, 30L);
        assertThat(shape.declared()).containsExactly(-1L, 20L, 30L, 3L);
        assertThat(InputShape.of(LAST, request(Layout.NCHW, 1, 3, 20, 30)).dims())
                .containsExactly(1L, 20L, 30L, 3L);
    }

    @Test
    void exactFitNeedsNoGuess() throws ForgeException {
        List<Long> odd = List.of(1L, 4L, 5L, 7L);

        assertThat(InputShape.of(odd, request(Layout.NHWC, 1, 4, 5, 7)).order().isIdentity())
                .isTrue();
    }

    @Test
    void otherSizeIsTakenWhereTheChannelsLook() throws ForgeException {
        assertThat(InputShape.of(FIRST, request(Layout.NHWC, 1, 40, 60, 3)).dims())
                .containsExactly(1L, 3L, 40L, 60L);
        assertThat(InputShape.of(LAST, request(Layout.NHWC, 1, 40, 60, 3)).dims())
                .containsExactly(1L, 40L, 60L, 3L);
    }

    @Test
    void withoutWantedShapeTheStoredOneCounts() throws ForgeException {
        GraphRequest any = new GraphRequest("test", "main", Optional.empty(), Layout.NHWC, Map.of());

        assertThat(InputShape.of(LAST, any).declared()).isEqualTo(LAST);
        assertThat(InputShape.of(FIRST, any).declared()).containsExactly(1L, 20L, 30L, 3L);
    }

    @Test
    void statedLayoutCounts() throws ForgeException {
        List<Long> open = List.of(-1L, -1L, -1L, -1L);
        Optional<List<Long>> wanted = Optional.of(List.of(1L, 8L, 9L, 3L));

        assertThat(InputShape.of(
                                open,
                                new GraphRequest("test", "main", wanted, Layout.NHWC, Map.of("input.layout", "NCHW")))
                        .dims())
                .containsExactly(1L, 3L, 8L, 9L);
        assertThatThrownBy(() -> InputShape.of(
                        open, new GraphRequest("test", "main", wanted, Layout.NHWC, Map.of("input.layout", "CHWN"))))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("'CHWN'");
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> InputShape.of(LAST, request(Layout.NHWC, 1, 20, 30, 1)))
                .hasMessageContaining("3 channels, 1 are asked for");
        assertThatThrownBy(() -> InputShape.of(LAST, request(Layout.NHWC, 1, 60)))
                .hasMessageContaining("[1, 60]");
        assertThatThrownBy(() -> InputShape.of(LAST, request(Layout.NHWC, 1, -1, 30, 3)))
                .hasMessageContaining("open");
    }

    private static GraphRequest request(Layout layout, long... shape) {
        List<Long> dims = Arrays.stream(shape).boxed().toList();
        return new GraphRequest("test", "main", Optional.of(dims), layout, Map.of());
    }
}
