package org.lynceus.inference.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a model served for each model bundle. Methods return at once; one thread does the work, in order.
 *
 * <p>A model is published when it is loaded and warm. The one that it replaces, an earlier content of the same bundle,
 * serves until then, and goes on serving when its successor cannot be loaded. A model whose bundle is uninstalled serves
 * for the time of grace; if a bundle of the same symbolic name comes meanwhile, until that one's model is published.
 */
final class ModelCatalogue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCatalogue.class);
    private static final long CLOSE_SECONDS = 60;

    private final ParallelLoads loads;
    private final Publisher publisher;
    private final Duration grace;
    private final ScheduledExecutorService thread;
    private final Queue<Source> arrivals = new ConcurrentLinkedQueue<>();
    private final List<Served> served = new ArrayList<>();

    ModelCatalogue(ParallelLoads loads, Publisher publisher, Duration grace) {
        this.loads = loads;
        this.publisher = publisher;
        this.grace = grace;
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(1, work -> ParallelLoads.daemon(work, "lynceus-models"));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.thread = executor;
    }

    /** Makes models known. */
    @FunctionalInterface
    interface Publisher {
        /**
         * Publishes a model.
         *
         * @return what takes it back
         */
        Runnable publish(LoadedModel model, int ranking);
    }

    /** A model that is published, until it is retired. */
    private static final class Served {
        final LoadedModel model;
        final Precedence.Place place;
        final Runnable unpublish;
        boolean orphan;
        Future<?> retirement;

        Served(LoadedModel model, Precedence.Place place, Runnable unpublish) {
            this.model = model;
            this.place = place;
            this.unpublish = unpublish;
        }

        Source source() {
            return place.source();
        }
    }

    /** A bundle has been installed, updated or merely started. */
    void arrived(Source source) {
        arrivals.add(source);
        execute(this::adopt);
    }

    /** A bundle has been uninstalled. */
    void gone(Source source) {
        execute(() -> served.stream()
                .filter(one -> one.source().bundle() == source.bundle() || one.orphan && sameName(one, source))
                .forEach(this::expire));
    }

    private void execute(Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("The catalogue of models has failed", e);
            }
        });
    }

    private void adopt() {
        Map<Long, Source> latest = new LinkedHashMap<>();
        for (Source source = arrivals.poll(); source != null; source = arrivals.poll()) {
            latest.put(source.bundle(), source);
        }
        latest.values()
                .removeIf(source -> served.stream().anyMatch(one -> one.source().sameAs(source)));
        List<Source> sources = new ArrayList<>(latest.values());
        sources.sort((one, other) -> one.laterThan(other) ? 1 : other.laterThan(one) ? -1 : 0);
        sources.forEach(this::reprieve);
        List<Precedence.Place> places = new ArrayList<>();
        Map<Precedence.Place, LoadedModel> models = new LinkedHashMap<>();
        loads.load(sources, this::failed).forEach((source, model) -> {
            String role = model.info().role();
            List<Precedence.Place> rivals = new ArrayList<>(places);
            served.forEach(one -> rivals.add(one.place));
            rivals.removeIf(rival -> !rival.spec().info().role().equals(role));
            int ranking = Precedence.ranking(source, model.spec(), rivals);
            Precedence.Place place = new Precedence.Place(source, model.spec(), ranking);
            places.add(place);
            models.put(place, model);
        });
        // The best first, so that nothing is built on one that is replaced at once.
        places.sort(Comparator.comparingInt(Precedence.Place::ranking).reversed());
        places.forEach(place -> publish(place, models.get(place)));
        NativeHeap.trim();
    }

    private void failed(Source source, Throwable cause) {
        String instead = served.stream()
                .filter(one -> replaces(source, one))
                .map(one -> "; " + one.model + " goes on serving")
                .findFirst()
                .orElse("");
        if (cause instanceof ModelException) {
            LOG.error("Cannot load the model of {}{}", cause.getMessage(), instead);
        } else {
            LOG.error("Cannot load the model of {}{}", source.entries().source(), instead, cause);
        }
    }

    private void publish(Precedence.Place place, LoadedModel model) {
        List<Served> replaced =
                served.stream().filter(one -> replaces(place.source(), one)).toList();
        Runnable unpublish;
        try {
            unpublish = publisher.publish(model, place.ranking());
        } catch (RuntimeException e) {
            LOG.error("Cannot publish model {}", model, e);
            model.close();
            return;
        }
        served.add(new Served(model, place, unpublish));
        LOG.info(
                "Model {} serves {}, from {}",
                model,
                model.info().role(),
                place.source().entries().source());
        replaced.forEach(this::retire);
    }

    private void reprieve(Source source) {
        served.stream()
                .filter(one -> replaces(source, one) && one.retirement != null)
                .forEach(one -> {
                    one.retirement.cancel(false);
                    one.retirement = null;
                });
    }

    private void expire(Served one) {
        one.orphan = true;
        if (one.retirement == null) {
            one.retirement = thread.schedule(() -> retire(one), grace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void retire(Served one) {
        if (!served.remove(one)) {
            return;
        }
        try {
            try {
                one.unpublish.run();
            } finally {
                one.model.close();
                NativeHeap.trim();
            }
            LOG.info(
                    "Model {} of {} is retired",
                    one.model,
                    one.source().entries().source());
        } catch (RuntimeException e) {
            LOG.error(
                    "Model {} of {} is not retired cleanly",
                    one.model,
                    one.source().entries().source(),
                    e);
        }
    }

    private static boolean replaces(Source source, Served one) {
        return one.source().bundle() == source.bundle() || one.orphan && sameName(one, source);
    }

    private static boolean sameName(Served one, Source source) {
        return one.source().name().equals(source.name());
    }

    /** Takes back and closes all models, and returns when that is done. */
    @Override
    public void close() {
        execute(() -> List.copyOf(served).forEach(this::retire));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.error("Models are still open after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
