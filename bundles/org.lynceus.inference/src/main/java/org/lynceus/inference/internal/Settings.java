package org.lynceus.inference.internal;

import org.lynceus.model.api.GraphInfo;

/**
 * How much of the machine inference may take.
 *
 * @param cores of the machine
 * @param concurrency calls of one inference that may run at the same time
 * @param intraThreads threads of one run of a graph that does not say otherwise, 0 for a number by the graph's size
 */
public record Settings(int cores, int concurrency, int intraThreads) {
    private static final int LARGE = 1_000_000;
    private static final int MOST_THREADS = 4;

    /** For this machine, with nothing configured. */
    public static Settings automatic() {
        return of(0, 0);
    }

    /**
     * For this machine.
     *
     * @param concurrency 0 for one for each core: a run never waits for anything but a core, and each that runs at the same
     *     time holds the memory of all intermediate results
     * @param intraThreads 0 for a number by the graph's size
     */
    static Settings of(int concurrency, int intraThreads) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Settings(cores, concurrency > 0 ? concurrency : cores, Math.max(0, intraThreads));
    }

    /** Threads that help {@code runAll}: one for each core but the caller's. */
    public int helpers() {
        return Math.max(0, cores - 1);
    }

    /**
     * Threads of one run of a graph: what it declares, else what is configured, else up to four when its input has a million
     * pixels, or may have as many since it takes any size, one core left to what runs beside it, and one otherwise. On smaller graphs threads cost a quarter more time of
     * the processor and gain nothing.
     */
    int threads(GraphSpec graph) {
        if (graph.threads() > 0) {
            return graph.threads();
        }
        if (intraThreads > 0) {
            return intraThreads;
        }
        GraphInfo info = graph.info();
        boolean large =
                info.fixedSize() ? info.width() * info.height() >= LARGE : info.width() < 0 && info.height() < 0;
        return large ? Math.max(1, Math.min(cores - 1, MOST_THREADS)) : 1;
    }
}
