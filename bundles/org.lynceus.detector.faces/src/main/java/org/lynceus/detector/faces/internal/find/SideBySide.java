package org.lynceus.detector.faces.internal.find;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;

/**
 * Does two pieces of work at the same time where a core is idle, otherwise one after the other. Thread-safe.
 */
public final class SideBySide implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor helpers;

    public SideBySide() {
        int spare = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.helpers = new ThreadPoolExecutor(
                0,
                spare,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                SideBySide::daemon,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Work that gives something. */
    @FunctionalInterface
    public interface Work<T> {
        T get() throws VisionException;
    }

    /** Work that gives nothing. */
    @FunctionalInterface
    public interface Task {
        void run() throws VisionException;
    }

    /**
     * Does both and returns when both have ended, also after a failure.
     *
     * @return what the work gave
     */
    public <T> T both(Work<T> aside, Task here) throws VisionException {
        CompletableFuture<T> result = new CompletableFuture<>();
        helpers.execute(Timings.carry(() -> complete(result, aside)));
        try {
            here.run();
        } finally {
            // Both use the same picture: it must not be released while one of them runs.
            result.exceptionally(failure -> null).join();
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VisionException vision) {
                throw vision;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }

    private static <T> void complete(CompletableFuture<T> result, Work<T> work) {
        try {
            result.complete(work.get());
        } catch (VisionException | RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lynceus-faces");
        thread.setDaemon(true);
        return thread;
    }
}
