package org.lynceus.api;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets calls through until it is closed, and closes only after the last call has left. Thread-safe.
 *
 * <pre>{@code
 * public R detect(Image image, O options) throws VisionException {
 *     return gate.call(() -> analyse(image, options));
 * }
 *
 * @Deactivate
 * void deactivate() {
 *     gate.close(); // running calls end
 *     inference.close();
 * }
 * }</pre>
 */
public final class Gate implements AutoCloseable {
    /** The longest time that {@link #close()} waits for running calls. */
    public static final Duration DRAIN = Duration.ofSeconds(30);

    private final String owner;
    private final Phaser calls = new Phaser(1);

    /**
     * Creates an open gate.
     *
     * @param owner what is behind it, for messages
     */
    public Gate(String owner) {
        this.owner = owner;
    }

    /** Something that is called through the gate. */
    @FunctionalInterface
    public interface Call<T> {
        /** Does it. */
        T call() throws VisionException;
    }

    /**
     * Makes a call, unless the gate is closed.
     *
     * @throws VisionException {@link VisionException.Reason#RETIRED} when the gate is closed, otherwise what the call
     *     throws
     */
    public <T> T call(Call<T> call) throws VisionException {
        if (calls.register() < 0) {
            throw new VisionException(VisionException.Reason.RETIRED, owner + " is being replaced.");
        }
        try {
            return call.call();
        } finally {
            calls.arriveAndDeregister();
        }
    }

    /** Refuses new calls and waits until the running ones have left, for at most {@link #DRAIN}. Idempotent. */
    @Override
    public void close() {
        int phase = calls.arriveAndDeregister();
        if (phase < 0) {
            return;
        }
        try {
            calls.awaitAdvanceInterruptibly(phase, DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException(owner + ": calls still run after " + DRAIN, e);
        }
    }
}
