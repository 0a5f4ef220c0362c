package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.model.api.ModelInfo;

class FalseMatchRatesTest {
    private final FalseMatchRates rates = rates("1e-2:0.5, 1e-4:0.6,1e-5 : 0.7");

    @ParameterizedTest(name = "cosine {0}: 10^{1}")
    @CsvSource({"0.5, -2", "0.55, -3", "0.6, -4", "0.65, -4.5", "0.7, -5", "0.8, -6", "0.45, -1", "0.4, 0", "-1, 0"})
    void theExponentIsLinearBetweenThePointsAndGoesOnBeyondThem(double cosine, double exponent) {
        assertThat(Math.log10(rates.at(Math.sqrt(2 - 2 * cosine)))).isCloseTo(exponent, within(1e-9));
    }

    @Test
    void aModelNeedNotHaveThem() {
        assertThat(FalseMatchRates.of(FusionTest.info(Map.of()), "")).isEmpty();
        assertThat(FalseMatchRates.of(FusionTest.info(Map.of("false.match.rates", "1e-3:0.5, 1e-4:0.6")), "fusion."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1e-3:0.5",
                "1e-3:0.5, 1e-2:0.6",
                "1e-3:0.5, 1e-4:0.4",
                "1e-3:0.5, 1e-4",
                "1e-3:0.5, 1e-4:0.6:0.7",
                "0:0.5, 1e-4:0.6",
                "2:0.5, 1e-4:0.6",
                "1e-3:0.5, 1e-4:1.6",
                "1e-3:NaN, 1e-4:0.6",
                "one:0.5, 1e-4:0.6"
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> rates(text)).withMessageContaining("false.match.rates");
    }

    private static FalseMatchRates rates(String text) {
        ModelInfo info = FusionTest.info(Map.of("false.match.rates", text));
        return FalseMatchRates.of(info, "").orElseThrow();
    }
}
