package org.lynceus.api;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

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
    private final AtomicBoolean closed = new AtomicBoolean();

    /** One party for the open gate, one for each call inside. */
    private final Phaser inside = new Phaser(1);

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
        if (inside.register() < 0) {
            throw retired();
        }
        try {
            if (closed.get()) {
                throw retired();
            }
            return call.call();
        } finally {
            inside.arriveAndDeregister();
        }
    }

    /**
     * Refuses new calls and waits until the running ones have left. Idempotent; a second call does not wait.
     *
     * @throws IllegalStateException when calls still run after {@link #DRAIN}
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        int phase = inside.arriveAndDeregister();
        try {
            inside.awaitAdvanceInterruptibly(phase, DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException(owner + ": calls still run after " + DRAIN, e);
        }
    }

    private VisionException retired() {
        return new VisionException(VisionException.Reason.RETIRED, owner + " is being replaced.");
    }
}
