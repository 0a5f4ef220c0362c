package org.lynceus.core.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;

class SuccessorsTest {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Successors<Named> services = new Successors<>(named -> List.of(named.name), GRACE);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** A service that may be retired. */
    private static final class Named {
        private final String name;
        private final String answer;
        private volatile boolean retired;

        Named(String name, String answer) {
            this.name = name;
            this.answer = answer;
        }

        String ask() throws VisionException {
            if (retired) {
                throw new VisionException(Reason.RETIRED, "is being replaced.");
            }
            return answer;
        }
    }

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void theHighestRankingAndThenTheOldestIsAsked() throws Exception {
        FakeReference<Named> low = bind(0, "a");
        bind(5, "b");
        bind(5, "c");
        assertThat(call()).isEqualTo("b");
        assertThat(services.all()).extracting(named -> named.answer).containsExactly("b", "c", "a");

        low.ranking = 9;
        services.resort();
        assertThat(call()).isEqualTo("a");
    }

    @Test
    void whatWasNeverThereIsNotWaitedFor() {
        bind(0, "a");
        long start = System.nanoTime();
        assertAbsent("other");
        assertThat(since(start)).isLessThan(GRACE);
    }

    @Test
    void unbindingRemovesExactlyTheOneThatLeaves() throws Exception {
        FakeReference<Named> old = bind(0, "old");
        bind(0, "new");
        services.unbind(old);
        assertThat(call()).isEqualTo("new");
    }

    @Test
    void aRetiredServiceIsPassedOverForTheNextBest() throws Exception {
        Named best = new Named("x", "best");
        services.bind(new FakeReference<Named>(5), best);
        bind(0, "next");
        best.retired = true;
        assertThat(call()).isEqualTo("next");
    }

    @Test
    void aCallWaitsForTheSuccessorAndWakesAtOnce() throws Exception {
        FakeReference<Named> old = bind(0, "old");
        services.unbind(old);
        Future<String> waiting = thread.submit(this::call);
        await().until(services::awaited);

        long start = System.nanoTime();
        bind(0, "new");
        assertThat(waiting.get()).isEqualTo("new");
        assertThat(since(start)).isLessThan(GRACE.dividedBy(2));
    }

    @Test
    void aRetiredServiceThatIsStillBoundIsWaitedForToo() throws Exception {
        Named old = new Named("x", "old");
        services.bind(new FakeReference<Named>(0), old);
        old.retired = true;
        Future<String> waiting = thread.submit(this::call);
        await().until(services::awaited);
        bind(0, "new");
        assertThat(waiting.get()).isEqualTo("new");
    }

    @Test
    void theGraceTimeEnds() {
        services.unbind(bind(0, "old"));
        long gone = System.nanoTime();
        assertAbsent("x");
        assertThat(since(gone)).isBetween(GRACE.minusMillis(20), GRACE.plusSeconds(5));

        long later = System.nanoTime();
        assertAbsent("x");
        assertThat(since(later)).isLessThan(GRACE);
    }

    @Test
    void aServiceThatStaysRetiredIsNotWaitedForForEver() {
        Named old = new Named("x", "old");
        services.bind(new FakeReference<Named>(0), old);
        old.retired = true;
        assertAbsent("x");
    }

    @Test
    void anInterruptedWaitEnds() {
        services.unbind(bind(0, "old"));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(VisionException.class)
                .isThrownBy(this::call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noCallFailsWhileServicesAreReplacedSideBySideAndInPlace() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(4);
        AtomicBoolean stop = new AtomicBoolean();
        Named current = new Named("x", "0");
        FakeReference<Named> reference = new FakeReference<>(0);
        services.bind(reference, current);
        List<Future<Long>> calls = IntStream.range(0, 4)
                .mapToObj(i -> callers.submit(() -> {
                    long count = 0;
                    while (!stop.get()) {
                        call();
                        count++;
                    }
                    return count;
                }))
                .toList();
        for (int i = 1; i <= 200; i++) {
            Named next = new Named("x", Integer.toString(i));
            FakeReference<Named> nextReference = new FakeReference<>(0);
            if (i % 2 == 0) {
                services.bind(nextReference, next);
                services.unbind(reference);
                current.retired = true;
            } else {
                current.retired = true;
                services.unbind(reference);
                Thread.yield();
                services.bind(nextReference, next);
            }
            current = next;
            reference = nextReference;
        }
        stop.set(true);
        for (Future<Long> count : calls) {
            assertThat(count.get()).isPositive();
        }
        callers.shutdown();
        assertThat(call()).isEqualTo("200");
    }

    private FakeReference<Named> bind(int ranking, String answer) {
        FakeReference<Named> reference = new FakeReference<>(ranking);
        services.bind(reference, new Named("x", answer));
        return reference;
    }

    private String call() throws VisionException {
        return services.call("x", "absent", Named::ask);
    }

    private void assertAbsent(String name) {
        Future<String> call = thread.submit(() -> services.call(name, "absent", Named::ask));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(call::get)
                .satisfies(e -> assertThat(e.getCause()).isInstanceOfSatisfying(VisionException.class, cause -> {
                    assertThat(cause.reason()).isEqualTo(Reason.NOT_INSTALLED);
                    assertThat(cause).hasMessage("absent");
                }));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
