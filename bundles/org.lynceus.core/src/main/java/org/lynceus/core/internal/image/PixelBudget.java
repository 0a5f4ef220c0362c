package org.lynceus.core.internal.image;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lynceus.api.VisionException;

/**
 * Limits the memory that decoded pictures take together. Thread-safe.
 *
 * <p>Who finds no room waits in a bounded queue, first come, first served. Two exceptions keep requests from waiting for
 * each other: a thread that holds memory already does not queue behind those that hold none, and whoever is alone gets
 * as much as it asks for, so that one picture above the whole budget can still be decoded.
 */
final class PixelBudget {
    private final long total;
    private final int queue;
    private final Duration maxWait;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();
    private final Map<Thread, Long> held = new IdentityHashMap<>();
    private long used;

    /**
     * Creates an unused budget.
     *
     * @param total bytes that all together may take
     * @param queue how many may wait for room
     * @param maxWait how long each may wait
     */
    PixelBudget(long total, int queue, Duration maxWait) {
        this.total = total;
        this.queue = queue;
        this.maxWait = maxWait;
    }

    /**
     * Takes memory out of the budget, waiting until there is some.
     *
     * @throws VisionException {@link VisionException.Reason#OVERLOADED} when the queue is full or the wait too long
     */
    Reservation reserve(long bytes) throws VisionException {
        Thread thread = Thread.currentThread();
        lock.lock();
        try {
            if (!((waiting.isEmpty() || holds(thread)) && fits(bytes, thread))) {
                await(bytes, thread);
            }
            used += bytes;
            held.merge(thread, bytes, Long::sum);
            return new Reservation(thread, bytes);
        } finally {
            lock.unlock();
        }
    }

    /** Bytes that are taken now. */
    long used() {
        lock.lock();
        try {
            return used;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** The exception that tells a client to come again later. */
    static VisionException overloaded() {
        return new VisionException(VisionException.Reason.OVERLOADED, "Provisioned rate exceeded");
    }

    private void await(long bytes, Thread thread) throws VisionException {
        if (waiting.size() >= queue) {
            throw overloaded();
        }
        Object ticket = new Object();
        waiting.add(ticket);
        try {
            long nanos = maxWait.toNanos();
            while (!((waiting.peek() == ticket || holds(thread)) && fits(bytes, thread))) {
                if (nanos <= 0) {
                    throw overloaded();
                }
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            throw overloaded();
        } finally {
            waiting.remove(ticket);
            changed.signalAll();
        }
    }

    private boolean holds(Thread thread) {
        return held.containsKey(thread);
    }

    private boolean fits(long bytes, Thread thread) {
        return used + bytes <= total || used == held.getOrDefault(thread, 0L);
    }

    private void give(Thread thread, long bytes) {
        lock.lock();
        try {
            used -= bytes;
            held.computeIfPresent(thread, (key, all) -> all == bytes ? null : Long.valueOf(all - bytes));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Memory taken out of the budget. Used by one thread at a time; may be given back by another. */
    final class Reservation implements AutoCloseable {
        private final Thread owner;
        private long bytes;

        private Reservation(Thread owner, long bytes) {
            this.owner = owner;
            this.bytes = bytes;
        }

        /** Keeps only so much. */
        void shrinkTo(long rest) {
            if (rest < bytes) {
                give(owner, bytes - rest);
                bytes = rest;
            }
        }

        /** Gives everything back. Idempotent. */
        @Override
        public void close() {
            if (bytes > 0) {
                give(owner, bytes);
                bytes = 0;
            }
        }
    }
}
