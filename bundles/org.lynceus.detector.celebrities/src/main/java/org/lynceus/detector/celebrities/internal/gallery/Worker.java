package org.lynceus.detector.celebrities.internal.gallery;

import java.time.Duration;

/** Does work one by one, in order, away from the caller. Thread-safe. */
interface Worker extends AutoCloseable {
    /** Does something as soon as what was asked for before is done. */
    void execute(Runnable work);

    /**
     * Does something later.
     *
     * @return what prevents it
     */
    Runnable schedule(Duration delay, Runnable work);

    /** Forgets what has not begun. */
    @Override
    void close();
}
