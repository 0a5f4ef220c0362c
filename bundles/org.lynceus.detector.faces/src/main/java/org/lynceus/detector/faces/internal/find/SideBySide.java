package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;

/**
 * Does pieces of work at the same time where cores are idle, otherwise one after another. Thread-safe.
 */
public final class SideBySide implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final int spare;
    private final ThreadPoolExecutor helpers;

    public SideBySide() {
        this.spare = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
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
        return result(result);
    }

    /**
     * Does all tasks, each on the first core that has nothing else to do, in the order given, and returns when none runs
     * any more. Put the longest first. After a failure, tasks not begun are left out.
     *
     * @throws VisionException the first failure
     */
    public void all(List<? extends Task> tasks) throws VisionException {
        Queue<Task> waiting = new ConcurrentLinkedQueue<>(tasks);
        List<CompletableFuture<Boolean>> aside = new ArrayList<>();
        for (int helper = 0; helper < Math.min(spare, tasks.size() - 1); helper++) {
            CompletableFuture<Boolean> ended = new CompletableFuture<>();
            aside.add(ended);
            helpers.execute(Timings.carry(() -> complete(ended, () -> runAll(waiting))));
        }
        try {
            runAll(waiting);
        } finally {
            aside.forEach(helper -> helper.exceptionally(failure -> null).join());
        }
        for (CompletableFuture<Boolean> helper : aside) {
            result(helper);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }

    private static boolean runAll(Queue<Task> waiting) throws VisionException {
        boolean done = false;
        try {
            for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
            done = true;
        } finally {
            if (!done) {
                waiting.clear();
            }
        }
        return true;
    }

    private static <T> T result(CompletableFuture<T> ended) throws VisionException {
        try {
            return ended.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VisionException vision) {
                throw vision;
            }
            throw e;
        }
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
