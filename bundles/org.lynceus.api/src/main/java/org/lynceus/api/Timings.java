package org.lynceus.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects where a request's time goes, by step. Belongs to the thread that began it; work handed to another thread is
 * counted by wrapping it in {@link #carry(Runnable)}. Thread-safe.
 *
 * <p>Steps that run side by side on two threads both count in full, so the sum may exceed the wall time.
 */
public final class Timings implements AutoCloseable {
    private static final ThreadLocal<Timings> CURRENT = new ThreadLocal<>();

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final Timings outer;

    private Timings(Timings outer) {
        this.outer = outer;
    }

    /** Begins collecting on this thread, until closed. */
    public static Timings begin() {
        Timings timings = new Timings(CURRENT.get());
        CURRENT.set(timings);
        return timings;
    }

    /**
     * Adds time to a step of the current request, if this thread collects.
     *
     * @param step such as {@code decode} or a graph's name
     * @param nanos duration in nanoseconds
     */
    public static void add(String step, long nanos) {
        Timings timings = CURRENT.get();
        if (timings != null) {
            timings.count(step, nanos);
        }
    }

    /** Wraps work so that its time counts for the request of the calling thread. */
    public static Runnable carry(Runnable work) {
        Timings timings = CURRENT.get();
        if (timings == null) {
            return work;
        }
        return () -> {
            Timings before = CURRENT.get();
            CURRENT.set(timings);
            try {
                work.run();
            } finally {
                restore(before);
            }
        };
    }

    /** Nanoseconds by step, in the order of first use; a copy. */
    public synchronized Map<String, Long> nanos() {
        return new LinkedHashMap<>(nanos);
    }

    /** Ends collecting on this thread. */
    @Override
    public void close() {
        restore(outer);
    }

    private synchronized void count(String step, long duration) {
        nanos.merge(step, duration, Long::sum);
    }

    private static void restore(Timings timings) {
        if (timings == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(timings);
        }
    }
}
