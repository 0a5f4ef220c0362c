package org.lynceus.inference.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/** Loads models side by side, as many at the same time as there are cores. Thread-safe. */
final class ParallelLoads {
    private final Loader loader;

    ParallelLoads(Loader loader) {
        this.loader = loader;
    }

    /** Loads and warms one model. */
    @FunctionalInterface
    interface Loader {
        LoadedModel load(ModelEntries entries) throws ModelException;
    }

    /**
     * Loads models and waits for all.
     *
     * @param failed told of each that cannot be loaded, and why
     * @return those that could, in the order given
     */
    Map<Source, LoadedModel> load(Collection<Source> sources, BiConsumer<Source, Throwable> failed) {
        Map<Source, LoadedModel> models = new LinkedHashMap<>();
        Map<Source, FutureTask<LoadedModel>> loads = new LinkedHashMap<>();
        sources.forEach(source -> loads.put(source, new FutureTask<>(() -> loader.load(source.entries()))));
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>(loads.values());
        int threads = Math.min(sources.size(), Runtime.getRuntime().availableProcessors());
        // This thread works too: one model alone is always loaded by the same thread, whose native memory is used
        // again.
        for (int helper = 1; helper < threads; helper++) {
            daemon(() -> runAll(waiting), "lynceus-model-loader-" + helper).start();
        }
        runAll(waiting);
        loads.forEach((source, load) -> {
            try {
                models.put(source, load.get());
            } catch (ExecutionException e) {
                failed.accept(source, e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failed.accept(source, e);
            }
        });
        return models;
    }

    private static void runAll(Queue<Runnable> waiting) {
        for (Runnable load = waiting.poll(); load != null; load = waiting.poll()) {
            load.run();
        }
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
