package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerProductsTest {
    @ParameterizedTest
    @CsvSource({
        "flags : fpu avx2 avx512f avx512_vnni avx512_bf16, 0",
        "flags : fpu avx2 avx_vnni, 0",
        "flags : fpu sse4_2 avx2 avx512f avx512_vnnix, 1",
        "Features : fp asimd asimddp, 1"
    })
    void theFastWayIsForProcessorsThatDoNotOverflow(String line, String expected) {
        assertThat(IntegerProducts.precision(Stream.of("processor : 0", line))).isEqualTo(expected);
    }
}
