package org.lynceus.detector.faces.internal.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {
    @Test
    void theBestOfOverlappingCandidatesStays() {
        Candidate good = new Candidate(new Box(0, 0, 10, 10), 0.8);
        Candidate better = new Candidate(new Box(1, 0, 11, 10), 0.9);
        Candidate elsewhere = new Candidate(new Box(30, 0, 40, 10), 0.7);

        assertThat(Candidate.suppressed(List.of(good, elsewhere, better))).containsExactly(better, elsewhere);
    }

    @Test
    void neighboursThatTouchBothStay() {
        Candidate left = new Candidate(new Box(0, 0, 10, 10), 0.8);
        Candidate right = new Candidate(new Box(8, 0, 18, 10), 0.9);

        assertThat(Candidate.suppressed(List.of(left, right))).containsExactly(right, left);
    }
}
