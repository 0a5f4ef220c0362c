package org.lynceus.detector.celebrities.internal.gallery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.detector.celebrities.internal.search.GallerySnapshot;

/**
 * Keeps the galleries of the installed bundles for the installed encoders. Thread-safe; methods return at once, what must
 * be read is read by the worker, outside the lock.
 *
 * <p>An earlier content of a bundle answers until its successor has been read, and for ever when that is damaged; vectors
 * of one encoder until those of a better one have been read. A bundle that is stopped is let go after the grace unless it
 * starts again.
 */
final class Shelf implements AutoCloseable {
    /** How long after a bundle has stopped its gallery answers. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** How long after a change of the encoders others may still come; till then vectors of one that has gone are kept. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    /** The same after the start, when models are still being loaded. */
    static final Duration START = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Worker worker;
    private final Slots slots;
    private Runnable settling;
    private boolean closed;
    private volatile boolean begun;
    private volatile GallerySnapshot snapshot = GallerySnapshot.EMPTY;

    /**
     * Creates an empty shelf.
     *
     * @param worker owned
     * @param budget bytes of memory for people and vectors
     */
    Shelf(Worker worker, long budget) {
        this.worker = worker;
        this.slots = new Slots(budget);
        this.settling = worker.schedule(START, this::settle);
    }

    /** What can be searched now. */
    GallerySnapshot snapshot() {
        return snapshot;
    }

    /** Whether all that was there at the start has been read, or no encoder is expected any more. */
    boolean begun() {
        return begun;
    }

    /**
     * Waits for a change of what can be searched.
     *
     * @param known what the caller has
     * @param patience how long it waits
     * @return what can be searched now; what is known when nothing has changed
     */
    synchronized GallerySnapshot after(GallerySnapshot known, Duration patience) throws InterruptedException {
        if (snapshot == known) {
            wait(patience.toMillis());
        }
        return snapshot;
    }

    /** Finds a person; one who is not there is waited for while the galleries of the start are being read. */
    Optional<Celebrity> find(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        GallerySnapshot known = snapshot;
        while (!known.facts().containsKey(id) && !begun && System.nanoTime() - end < 0) {
            try {
                known = after(known, PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.ofNullable(snapshot.facts().get(id));
    }

    /** All galleries, by id. */
    synchronized List<InstalledGallery> galleries() {
        return slots.describe();
    }

    /** A bundle has been installed, updated or merely started. */
    synchronized void arrived(GallerySource source) {
        if (closed) {
            return;
        }
        Slot slot = slots.of(source);
        slot.source = source;
        slot.reprieve.ifPresent(Runnable::run);
        slot.reprieve = Optional.empty();
        worker.execute(this::work);
    }

    /** A bundle has stopped, maybe to be updated. */
    synchronized void stopped(long bundle) {
        slots.find(bundle)
                .filter(slot -> slot.reprieve.isEmpty())
                .ifPresent(slot -> slot.reprieve = Optional.of(worker.schedule(GRACE, () -> gone(bundle))));
    }

    /** A bundle has been uninstalled. */
    synchronized void gone(long bundle) {
        slots.remove(bundle).ifPresent(slot -> {
            slot.reprieve.ifPresent(Runnable::run);
            publish();
            worker.execute(this::work);
        });
    }

    /**
     * Encoders have come or gone.
     *
     * @param installed versions and dimensions, best first
     */
    synchronized void encoders(Map<String, Integer> installed) {
        if (!closed && slots.change(installed)) {
            settling.run();
            settling = worker.schedule(SETTLING, this::settle);
            worker.execute(this::work);
        }
    }

    /**
     * Changes the memory for people and vectors. Where it does not suffice any more, the vectors of the galleries that
     * were installed last are let go.
     *
     * @param bytes new size
     */
    synchronized void budget(long bytes) {
        if (!closed) {
            slots.resize(bytes);
            publish();
            worker.execute(this::work);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        slots.clear();
        publish();
        worker.close();
    }

    private void settle() {
        synchronized (this) {
            slots.settle();
            begun = true;
            publish();
        }
        work();
    }

    private void work() {
        for (Optional<Order> order = next(); order.isPresent(); order = next()) {
            change(order.get(), order.get().carryOut());
            report();
        }
        report();
        begin();
    }

    private synchronized void begin() {
        if (!begun && slots.haveEncoders()) {
            begun = true;
            publish();
        }
    }

    private synchronized Optional<Order> next() {
        if (slots.makeRoom()) {
            publish();
        }
        return slots.next();
    }

    private synchronized void change(Order order, Consumer<Slot> edit) {
        if (slots.change(order, edit)) {
            publish();
        }
    }

    private synchronized void report() {
        slots.report();
    }

    private void publish() {
        snapshot = slots.snapshot();
        notifyAll();
    }
}
