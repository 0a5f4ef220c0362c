package org.lynceus.forge.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashInputTest {
    @Test
    void valuesFollowTheMultiplicativeHash() {
        assertThat(new HashInput(-1, 1, 0).values(4))
                .containsExactly(-1.0f, 0.2360679805278778f, -0.5278640389442444f, 0.708203911781311f);
    }

    @Test
    void startSkipsValues() {
        assertThat(new HashInput(0, 1, 3).values(2))
                .containsExactly(new HashInput(0, 1, 0).values(5)[3], new HashInput(0, 1, 0).values(5)[4]);
    }
}
