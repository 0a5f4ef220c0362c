package org.lynceus.client.work;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells every few seconds how far a task is. Thread-safe. */
final class Progress {
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final String what;
    private final int total;
    private int done;
    private long told = System.nanoTime();

    /**
     * Begins a task.
     *
     * @param err takes the lines
     * @param what is done, such as "comparing pairs"
     * @param total number of steps
     */
    Progress(PrintWriter err, String what, int total) {
        this.err = err;
        this.what = what;
        this.total = total;
    }

    /** One step more is done. */
    synchronized void step() {
        done++;
        if (done == total || System.nanoTime() - told >= PAUSE) {
            told = System.nanoTime();
            err.println(what + ": " + done + " of " + total);
            err.flush();
        }
    }
}
