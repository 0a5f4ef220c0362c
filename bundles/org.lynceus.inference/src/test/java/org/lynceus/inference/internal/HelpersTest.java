package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;

class HelpersTest {
    private final Helpers helpers = new Helpers(2);

    @AfterEach
    void close() {
        helpers.close();
    }

    @Test
    void doesEveryPartOnce() throws VisionException {
        AtomicInteger[] done = new AtomicInteger[1000];
        java.util.Arrays.setAll(done, index -> new AtomicInteger());

        helpers.share(
                done.length,
                claims -> claims.each(i -> done[i].incrementAndGet()),
                claims -> claims.each(i -> done[i].incrementAndGet()));

        assertThat(done).allMatch(count -> count.get() == 1);
    }

    @Test
    void worksOnSeveralThreadsAtOnce() throws VisionException {
        CountDownLatch together = new CountDownLatch(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Helpers.Worker worker = claims -> claims.each(index -> {
            threads.add(Thread.currentThread());
            together.countDown();
            await(together);
        });

        helpers.share(3, worker, worker);

        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void throwsTheFirstFailureAfterTheOthersHaveLeft() {
        CountDownLatch together = new CountDownLatch(2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        Helpers.Worker worker = claims -> claims.each(index -> {
            begun.incrementAndGet();
            running.incrementAndGet();
            try {
                together.countDown();
                await(together);
                if (index == 0) {
                    throw new VisionException(VisionException.Reason.INTERNAL, "first");
                }
                pause();
            } finally {
                running.decrementAndGet();
            }
        });

        assertThatThrownBy(() -> helpers.share(1000, worker, worker)).hasMessage("first");
        assertThat(running).hasValue(0);
        assertThat(begun).hasValueLessThan(1000);
    }

    @Test
    void countsTheTimeOfHelpersForTheCaller() throws VisionException {
        CountDownLatch together = new CountDownLatch(3);
        Helpers.Worker worker = claims -> claims.each(index -> {
            together.countDown();
            await(together);
            Timings.add("part", 1);
        });

        try (Timings timings = Timings.begin()) {
            helpers.share(3, worker, worker);
            assertThat(timings.nanos()).containsEntry("part", 3L);
        }
    }

    @Test
    void worksWithoutHelpers() throws VisionException {
        List<Integer> done = new ArrayList<>();
        try (Helpers none = new Helpers(0)) {
            none.share(3, claims -> claims.each(done::add), claims -> claims.each(done::add));
        }
        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void manyCallersThatCallEachOtherComeToAnEnd() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        AtomicInteger done = new AtomicInteger();
        Helpers.Worker inner = claims -> claims.each(index -> done.incrementAndGet());
        Helpers.Worker outer = claims -> claims.each(index -> helpers.share(5, inner, inner));
        Callable<Void> call = () -> {
            helpers.share(5, outer, outer);
            return null;
        };
        try {
            List<Future<Void>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(callers.submit(call));
            }
            for (Future<Void> one : calls) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(done).hasValue(200 * 5 * 5);
    }

    private static void await(CountDownLatch latch) throws VisionException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new VisionException(VisionException.Reason.INTERNAL, "nobody came");
            }
        } catch (InterruptedException e) {
            throw new VisionException(VisionException.Reason.INTERNAL, "interrupted", e);
        }
    }

    private static void pause() {
        long until = System.nanoTime() + 1_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
