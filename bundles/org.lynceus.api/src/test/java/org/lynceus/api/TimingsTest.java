package org.lynceus.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void stepsAddUpInTheOrderOfFirstUse() {
        try (Timings timings = Timings.begin()) {
            Timings.add("decode", 5);
            Timings.add("mesh", 2);
            Timings.add("mesh", 3);

            assertThat(timings.nanos())
                    .containsExactly(java.util.Map.entry("decode", 5L), java.util.Map.entry("mesh", 5L));
        }
    }

    @Test
    void workOnAnotherThreadCountsForItsRequest() throws Exception {
        try (Timings timings = Timings.begin()) {
            Thread helper = new Thread(Timings.carry(() -> Timings.add("mesh", 4)));
            helper.start();
            helper.join();

            assertThat(timings.nanos()).containsEntry("mesh", 4L);
        }
    }

    @Test
    void nothingIsCountedOnceClosed() {
        Timings timings = Timings.begin();
        timings.close();
        Timings.add("mesh", 4);

        assertThat(timings.nanos()).isEmpty();
    }

    @Test
    void anInnerCollectionDoesNotEndTheOuterOne() {
        try (Timings outer = Timings.begin()) {
            Timings.begin().close();
            Timings.add("mesh", 4);

            assertThat(outer.nanos()).containsEntry("mesh", 4L);
        }
    }
}
