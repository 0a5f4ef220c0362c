package org.lynceus.inference.internal;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.lynceus.api.VisionException;

/** Lends lanes, the warmest first, and makes new ones up to a limit. Thread-safe. */
final class Lanes<I, O> implements AutoCloseable {
    private final Supplier<Lane<I, O>> factory;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Lane<I, O>> idle = new ConcurrentLinkedDeque<>();

    Lanes(int limit, Supplier<Lane<I, O>> factory) {
        this.free = new Semaphore(limit, true);
        this.factory = factory;
    }

    /** Something that is done with a lane. */
    @FunctionalInterface
    interface Work<I, O, R> {
        R apply(Lane<I, O> lane) throws VisionException;
    }

    /** Does the work as soon as there is a lane. */
    <R> R await(Work<I, O, R> work) throws VisionException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VisionException(VisionException.Reason.INTERNAL, "Interrupted while waiting for a model.", e);
        }
        return lent(work);
    }

    /** Does the work if there is a lane now; says whether it did. */
    boolean attempt(Work<I, O, ?> work) throws VisionException {
        if (!free.tryAcquire()) {
            return false;
        }
        lent(work);
        return true;
    }

    private <R> R lent(Work<I, O, R> work) throws VisionException {
        try {
            Lane<I, O> lane = idle.pollFirst();
            if (lane == null) {
                lane = factory.get();
            }
            try {
                return work.apply(lane);
            } finally {
                idle.addFirst(lane);
            }
        } finally {
            free.release();
        }
    }

    /** Closes the idle lanes; nothing may be lent any more. */
    @Override
    public void close() {
        for (Lane<I, O> lane = idle.pollFirst(); lane != null; lane = idle.pollFirst()) {
            lane.close();
        }
    }
}
