package org.lynceus.forge.convert.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UltraFacePriorsTest {
    private static final Offset<Float> EXACT = Offset.offset(1e-7f);

    @Test
    void countsFollowTheRoundedUpFeatureMaps() {
        assertThat(UltraFacePriors.of(320, 240).count()).isEqualTo(4420);
        assertThat(UltraFacePriors.of(640, 480).count()).isEqualTo(17640);
        assertThat(UltraFacePriors.of(1280, 960).count()).isEqualTo(70500);
    }

    @Test
    void firstCellHasThreeSizesAroundItsCentre() {
        UltraFacePriors priors = UltraFacePriors.of(320, 240);

        assertThat(priors.centres()[4]).isCloseTo(0.5f / 40, EXACT);
        assertThat(priors.centres()[5]).isCloseTo(0.5f / 30, EXACT);
        assertThat(priors.extents()[4]).isCloseTo(24f / 320, EXACT);
        assertThat(priors.extents()[5]).isCloseTo(24f / 240, EXACT);
    }

    @Test
    void centresDivideByTheFeatureMapWhereTheStrideDoesNotFit() {
        UltraFacePriors priors = UltraFacePriors.of(320, 240);
        int last = 2 * priors.count() - 1;

        // 240 rows make four rows of stride 64, the last one centred at 3.5 / 4, not at 3.5 * 64 / 240
        assertThat(priors.centres()[last]).isCloseTo(3.5f / 4, EXACT);
        assertThat(priors.extents()[last]).as("256 px are more than 240 rows").isEqualTo(1f);
    }
}
