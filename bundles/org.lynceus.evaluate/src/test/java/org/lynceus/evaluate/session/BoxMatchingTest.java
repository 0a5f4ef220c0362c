package org.lynceus.evaluate.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lynceus.client.picture.Box;

class BoxMatchingTest {
    @Test
    void theLargestOverlapIsMatchedFirstAndNothingTwice() {
        Box first = new Box(0, 0, 0.4, 0.4);
        Box second = new Box(0.1, 0, 0.4, 0.4);
        Box found = new Box(0.12, 0, 0.4, 0.4);
        Box elsewhere = new Box(0.6, 0.6, 0.2, 0.2);

        assertThat(BoxMatching.match(List.of(first, second), List.of(elsewhere, found), 0.3))
                .isEqualTo(Map.of(1, 1));
    }
}
