package org.lynceus.detector.faces.internal.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;

class SideBySideTest {
    private final SideBySide sideBySide = new SideBySide();

    @AfterEach
    void close() {
        sideBySide.close();
    }

    @Test
    void bothRunAtTheSameTime() throws VisionException {
        CountDownLatch hereRuns = new CountDownLatch(1);

        boolean met = sideBySide.both(() -> await(hereRuns), hereRuns::countDown);

        assertThat(met).isTrue();
    }

    @Test
    void timeOfBothCountsForTheRequest() throws VisionException {
        try (Timings timings = Timings.begin()) {
            sideBySide.both(() -> counted("aside"), () -> Timings.add("here", 2));

            assertThat(timings.nanos()).containsEntry("aside", 1L).containsEntry("here", 2L);
        }
    }

    @Test
    void aFailureAsideIsThrownAfterTheOtherHasEnded() {
        AtomicBoolean ended = new AtomicBoolean();

        assertThatThrownBy(() -> sideBySide.both(
                        () -> {
                            throw new VisionException(Reason.RETIRED, "gone");
                        },
                        () -> ended.set(true)))
                .isInstanceOf(VisionException.class)
                .hasMessage("gone");
        assertThat(ended).isTrue();
    }

    @Test
    void aFailureHereIsThrownAfterTheOtherHasEnded() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch failing = new CountDownLatch(1);

        assertThatThrownBy(() -> sideBySide.both(
                        () -> {
                            boolean met = await(failing);
                            ended.set(true);
                            return met;
                        },
                        () -> {
                            failing.countDown();
                            throw new VisionException(Reason.INTERNAL, "broken");
                        }))
                .hasMessage("broken");
        assertThat(ended).isTrue();
    }

    @Test
    void allTasksRunOnceAndSeveralAtTheSameTime() throws VisionException {
        CountDownLatch meeting = new CountDownLatch(2);
        AtomicInteger met = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        SideBySide.Task meet = () -> {
            meeting.countDown();
            met.addAndGet(await(meeting) ? 1 : 0);
        };

        sideBySide.all(List.of(meet, meet, others::incrementAndGet, others::incrementAndGet));

        assertThat(met).hasValue(2);
        assertThat(others).hasValue(2);
    }

    @Test
    void noTaskIsNoWork() throws VisionException {
        sideBySide.all(List.of());
    }

    @Test
    void aFailingTaskIsThrownAfterWhatHasBegunHasEnded() {
        CountDownLatch failing = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        SideBySide.Task waiting = () -> ended.set(await(failing));
        SideBySide.Task broken = () -> {
            failing.countDown();
            throw new VisionException(Reason.INTERNAL, "broken");
        };

        assertThatThrownBy(() -> sideBySide.all(List.of(waiting, broken))).hasMessage("broken");
        assertThat(ended).isTrue();
    }

    private static int counted(String step) {
        Timings.add(step, 1);
        return 0;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
