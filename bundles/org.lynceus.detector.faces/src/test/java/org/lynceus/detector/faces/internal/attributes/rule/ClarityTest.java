package org.lynceus.detector.faces.internal.attributes.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lynceus.api.face.Judgement;

class ClarityTest {
    @Test
    void aLargeSharpFrontalFaceIsClear() {
        assertThat(Clarity.of(new Faces().view())).isEqualTo(new Clarity(1, 1, 1));
    }

    @Test
    void smallFacesAreLessClearAndTheirEyesFirst() {
        Clarity clarity = Clarity.of(new Faces().size(40).view());

        assertThat(clarity.ofFace()).isCloseTo(0.5, within(1e-9));
        assertThat(clarity.ofParts()).isLessThan(clarity.ofFace());
        assertThat(clarity.ofEyes()).isCloseTo(0.1, within(1e-9));
        assertThat(Clarity.of(new Faces().size(16).view())).isEqualTo(new Clarity(0, 0, 0));
    }

    @Test
    void profilesAndBlurAndAMissingMeshTakeFromIt() {
        assertThat(Clarity.of(new Faces().yaw(62.5).view()).ofFace()).isCloseTo(0.5, within(1e-6));
        assertThat(Clarity.of(new Faces().yaw(-62.5).view()).ofFace()).isCloseTo(0.5, within(1e-6));
        assertThat(Clarity.of(new Faces().yaw(88).view()).ofFace()).isZero();
        assertThat(Clarity.of(new Faces().sharpness(0).view()).ofFace()).isBetween(0.01, 0.5);
        assertThat(Clarity.of(new Faces().withoutMesh().view()).ofEyes()).isEqualTo(0.25);
    }

    @Test
    void whatCannotBeSeenIsJudgedWithFifty() {
        assertThat(Judgements.of(0.9, 1)).isEqualTo(new Judgement<>(true, 90f));
        assertThat(Judgements.of(0.1, 1)).isEqualTo(new Judgement<>(false, 90f));
        assertThat(Judgements.of(0.9, 0.5)).isEqualTo(new Judgement<>(true, 70f));
        assertThat(Judgements.of(0.9, 0)).isEqualTo(new Judgement<>(true, 50f));
        assertThat(Judgements.of(0.5, 1)).isEqualTo(new Judgement<>(true, 50f));
    }
}
