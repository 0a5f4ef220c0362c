package org.lynceus.detector.celebrities.internal.gallery;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker with one daemon thread of its own. */
final class DaemonWorker implements Worker {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonWorker.class);

    private final ScheduledExecutorService thread;

    /**
     * Creates a worker.
     *
     * @param name of its thread
     */
    DaemonWorker(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        this.thread = executor;
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(guarded(work));
    }

    @Override
    public Runnable schedule(Duration delay, Runnable work) {
        Future<?> future = thread.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("The galleries could not be brought up to date", e);
            }
        };
    }
}
