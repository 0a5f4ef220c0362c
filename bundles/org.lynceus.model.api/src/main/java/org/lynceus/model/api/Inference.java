package org.lynceus.model.api;

import java.util.List;
import org.lynceus.api.VisionException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A graph that can be called. Thread-safe; calls beyond the configured number wait for their turn.
 *
 * @param <I> what the translator reads
 * @param <O> what the translator gives
 */
@ProviderType
public interface Inference<I, O> extends AutoCloseable {
    /**
     * Runs the graph once.
     *
     * @throws VisionException {@link VisionException.Reason#RETIRED} when closed,
     *     {@link VisionException.Reason#INTERNAL} when the runtime fails
     */
    O run(I input) throws VisionException;

    /**
     * Runs the graph for each input, on idle cores at the same time.
     *
     * @return the outputs in the order of the inputs
     * @throws VisionException as {@link #run}
     */
    List<O> runAll(List<I> inputs) throws VisionException;

    /** Refuses new calls, waits for the running ones, and frees what was kept for them. Idempotent. */
    @Override
    void close();
}
