package org.lynceus.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lynceus.itests.container.Patience.eventually;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that do the same call again and again until closed. Thread-safe. */
final class Callers implements AutoCloseable {
    private static final int KEPT = 10;

    private final ExecutorService threads;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong ended = new AtomicLong();
    private volatile boolean stopped;

    /**
     * Starts calling.
     *
     * @param count of the threads
     * @param call fails by throwing anything
     */
    Callers(int count, Callable<?> call) {
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            threads.execute(() -> repeat(call));
        }
    }

    /** Waits until so many calls more have ended. */
    void awaitMore(int calls) {
        long wanted = ended.get() + calls;
        eventually(() -> assertThat(ended.get()).isGreaterThanOrEqualTo(wanted));
    }

    /** What calls have thrown so far, the first ones of it. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Lets the running calls end. */
    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        eventually(() ->
                assertThat(threads.isTerminated()).as("every call has ended").isTrue());
    }

    private void repeat(Callable<?> call) {
        while (!stopped) {
            try {
                call.call();
            } catch (Exception | AssertionError e) {
                keep(e);
            }
            ended.incrementAndGet();
        }
    }

    private void keep(Throwable failure) {
        if (failures.size() < KEPT) {
            failures.add(failure);
        }
    }
}
