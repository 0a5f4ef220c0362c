package org.lynceus.client.work;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lynceus.client.ToolException;

/** Does the same for many things, a few at a time. Close it in the end. */
public final class Workers implements AutoCloseable {
    private final ExecutorService threads;
    private final PrintWriter err;

    /**
     * Creates them.
     *
     * @param count how many things at a time
     * @param err is told how far a task is
     */
    public Workers(int count, PrintWriter err) {
        this.err = err;
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What is done with a thing.
     *
     * @param <T> kind of thing
     * @param <R> what comes out
     */
    @FunctionalInterface
    public interface Step<T, R> {
        /**
         * Does it; must be thread-safe.
         *
         * @throws ToolException when the whole task cannot go on
         */
        R apply(T thing) throws ToolException;
    }

    /**
     * Does it for all.
     *
     * @param what is done, for the user
     * @param things what it is done with
     * @return what came out, in the order of the things
     * @throws ToolException the first that a step threw; what has not begun is left
     */
    public <T, R> List<R> all(String what, List<T> things, Step<T, R> step) throws ToolException {
        Progress progress = new Progress(err, what, things.size());
        List<Future<R>> futures = new ArrayList<>();
        for (T thing : things) {
            futures.add(threads.submit(() -> {
                R result = step.apply(thing);
                progress.step();
                return result;
            }));
        }
        List<R> results = new ArrayList<>();
        try {
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("The command was stopped", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ToolException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            futures.forEach(future -> future.cancel(false));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
