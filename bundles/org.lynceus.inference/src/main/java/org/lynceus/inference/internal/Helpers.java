package org.lynceus.inference.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;

/**
 * A few threads that share the work of whoever calls. The caller works too and never waits for a helper that has not
 * begun, so that many callers at once neither block each other nor start more threads than there are cores. Thread-safe.
 */
public final class Helpers implements AutoCloseable {
    private final ThreadPoolExecutor pool;
    private final int threads;

    /**
     * Creates helpers.
     *
     * @param threads how many, 0 for none
     */
    public Helpers(int threads) {
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.pool = new ThreadPoolExecutor(
                Math.max(1, threads), Math.max(1, threads), 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "lynceus-inference-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /** Part of some work, by its index. */
    @FunctionalInterface
    interface Part {
        void run(int index) throws VisionException;
    }

    /** Prepares a thread to do parts, for instance with a lane. */
    @FunctionalInterface
    interface Worker {
        /** Does parts until {@code claims} gives no more. */
        void work(Claims claims) throws VisionException;
    }

    /** Hands out indices. */
    interface Claims {
        /** Does the parts that nobody has begun, one after another. */
        void each(Part part);
    }

    /**
     * Does all parts, here and on the helpers, and returns when none is running any more.
     *
     * @param count number of parts
     * @param here what this thread does; must call {@link Claims#each}
     * @param there what a helper does; may do nothing
     * @throws VisionException the first failure; parts not begun then are left out
     */
    void share(int count, Worker here, Worker there) throws VisionException {
        Batch batch = new Batch(count);
        List<Runnable> tasks = new ArrayList<>();
        for (int helper = 0; helper < Math.min(threads, count - 1); helper++) {
            Runnable task = Timings.carry(() -> batch.join(there));
            tasks.add(task);
            pool.execute(task);
        }
        try {
            here.work(batch);
        } catch (VisionException | RuntimeException | Error e) {
            batch.fail(e);
        }
        tasks.forEach(pool::remove);
        batch.finish();
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    private static final class Batch implements Claims {
        private final int count;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Phaser running = new Phaser(1);

        Batch(int count) {
            this.count = count;
        }

        @Override
        public void each(Part part) {
            try {
                for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                    part.run(index);
                }
            } catch (VisionException | RuntimeException | Error e) {
                fail(e);
            }
        }

        void join(Worker worker) {
            if (next.get() >= count || running.register() < 0) {
                return;
            }
            try {
                worker.work(this);
            } catch (VisionException | RuntimeException | Error e) {
                fail(e);
            } finally {
                running.arriveAndDeregister();
            }
        }

        void fail(Throwable thrown) {
            failure.compareAndSet(null, thrown);
            next.set(count);
        }

        void finish() throws VisionException {
            running.awaitAdvance(running.arriveAndDeregister());
            Throwable thrown = failure.get();
            if (thrown instanceof VisionException vision) {
                throw vision;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException unchecked) {
                throw unchecked;
            }
        }
    }
}
