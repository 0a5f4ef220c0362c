package org.lynceus.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lynceus.itests.container.Patience.eventually;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;

/** Detectors that are registered, replaced and removed while the registry is called. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class RegistryIT extends InContainer {
    private static final int CALLERS = 4;
    private static final int SWAPS = 50;
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    public void aSuccessorTakesOverBeforeItsPredecessorGoes() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-side-by-side");
        AtomicInteger best = new AtomicInteger();
        NumberDetector spare = register(type, -1, -1);
        NumberDetector current = register(type, 0, 0);
        try (Image photo = photo();
                Callers callers = new Callers(CALLERS, () -> {
                    int atLeast = best.get();
                    assertThat(ask(type, photo)).isGreaterThanOrEqualTo(atLeast);
                    return null;
                })) {
            for (int number = 1; number <= SWAPS; number++) {
                NumberDetector successor = register(type, number, number);
                best.set(number);
                callers.awaitMore(2 * CALLERS);
                current.close();
                current = successor;
                callers.awaitMore(2 * CALLERS);
            }
            assertThat(callers.failures()).isEmpty();
        } finally {
            current.close();
            spare.close();
        }
        assertThat(spare.asked()).isZero();
    }

    @Test
    public void theNextBestIsCalledWhileTheBestIsAway() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-next-best");
        NumberDetector spare = register(type, -1, 1);
        NumberDetector current = register(type, 0, 10);
        try (Image photo = photo();
                Callers callers = new Callers(CALLERS, () -> ask(type, photo))) {
            for (int number = 1; number <= SWAPS; number++) {
                assertThat(ask(type, photo)).isEqualTo(number - 1);
                current.close();
                assertThat(ask(type, photo)).isEqualTo(-1);
                current = register(type, number, 10);
                assertThat(ask(type, photo)).isEqualTo(number);
                callers.awaitMore(2 * CALLERS);
            }
            assertThat(callers.failures()).isEmpty();
        } finally {
            current.close();
            spare.close();
        }
    }

    @Test
    public void callsWaitForASuccessorOfTheOnlyOne() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-only-one");
        NumberDetector current = register(type, 0, 0);
        try (Image photo = photo();
                Callers callers = new Callers(CALLERS, () -> ask(type, photo))) {
            for (int number = 1; number <= SWAPS; number++) {
                callers.awaitMore(2 * CALLERS);
                current.close();
                current = register(type, number, 0);
            }
            callers.awaitMore(2 * CALLERS);
            assertThat(callers.failures()).isEmpty();
            assertThat(ask(type, photo)).isEqualTo(SWAPS);
        } finally {
            current.close();
        }
    }

    @Test
    public void aRetiredDetectorIsPassedOver() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-passed-over");
        try (Image photo = photo();
                NumberDetector other = register(type, 1, 1);
                NumberDetector retired = register(type, 2, 2)) {
            retired.retire();

            assertThat(ask(type, photo)).isEqualTo(1);
            assertThat(retired.asked()).isEqualTo(1);
            assertThat(other.asked()).isEqualTo(1);
        }
    }

    @Test
    public void aCallThatARetiredDetectorRefusedGoesToItsSuccessor() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-bridged");
        try (Image photo = photo();
                NumberDetector retired = register(type, 1, 1)) {
            retired.retire();
            CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> unchecked(type, photo));
            eventually(() -> assertThat(retired.asked()).isPositive());
            assertThat(call).isNotDone();

            NumberDetector successor = register(type, 2, 1);
            try {
                assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(2);
            } finally {
                successor.close();
            }
        }
    }

    @Test
    public void aTypeThatWasNeverThereIsMissedAtOnce() throws Exception {
        assertThat(timeToMiss(NumberDetector.type("test-never-there"))).isLessThan(AT_ONCE);
    }

    @Test
    public void aTypeThatIsGoneIsMissedAfterTenSeconds() throws Exception {
        AnalysisType<String, Integer> type = NumberDetector.type("test-gone");
        register(type, 1, 1).close();

        assertThat(timeToMiss(type)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(14));
        assertThat(timeToMiss(type)).isLessThan(AT_ONCE);
    }

    private NumberDetector register(AnalysisType<String, Integer> type, int number, int ranking) {
        return NumberDetector.register(context, type, number, ranking);
    }

    private int ask(AnalysisType<String, Integer> type, Image photo) throws VisionException {
        return registry.detect(type, photo, "");
    }

    private int unchecked(AnalysisType<String, Integer> type, Image photo) {
        try {
            return ask(type, photo);
        } catch (VisionException e) {
            throw new CompletionException(e);
        }
    }

    /** How long it takes to be told that a type is not installed. */
    private Duration timeToMiss(AnalysisType<String, Integer> type) throws Exception {
        try (Image photo = photo()) {
            long begun = System.nanoTime();
            VisionException missing = catchThrowableOfType(VisionException.class, () -> ask(type, photo));
            Duration time = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(missing.reason()).isEqualTo(VisionException.Reason.NOT_INSTALLED);
            assertThat(missing).hasMessageContaining(type.name());
            return time;
        }
    }
}
