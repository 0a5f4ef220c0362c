package org.lynceus.rest.internal.celebrities;

import java.time.Duration;
import java.util.Optional;
import org.lynceus.api.celebrity.Galleries;

/** The galleries that are there now; those that have just gone are waited for, because they may be replaced. Thread-safe. */
final class LatestGalleries {
    private final Duration grace;
    private Galleries current;
    private long gone;

    /**
     * Starts without galleries, which are not waited for until they have been there once.
     *
     * @param grace how long after they have gone their successor is waited for
     */
    LatestGalleries(Duration grace) {
        this.grace = grace;
        this.gone = System.nanoTime() - grace.toNanos();
    }

    /** These are there now. */
    synchronized void arrived(Galleries galleries) {
        current = galleries;
        notifyAll();
    }

    /** These have gone, whatever came in their place already. */
    synchronized void gone(Galleries galleries) {
        if (current == galleries) {
            current = null;
            gone = System.nanoTime();
        }
    }

    /** The galleries; empty when there have been none for the time of grace. */
    synchronized Optional<Galleries> get() throws InterruptedException {
        long left = gone + grace.toNanos() - System.nanoTime();
        while (current == null && left > 0) {
            wait(left / 1_000_000 + 1);
            left = gone + grace.toNanos() - System.nanoTime();
        }
        return Optional.ofNullable(current);
    }
}
