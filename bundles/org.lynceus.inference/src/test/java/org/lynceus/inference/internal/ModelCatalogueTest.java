package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.role.Classification;
import org.lynceus.model.api.role.Role;

class ModelCatalogueTest {
    private static final Duration GRACE = Duration.ofMillis(300);

    private final Helpers helpers = new Helpers(1);
    private final ModelLoader loader = new ModelLoader(Settings.automatic(), helpers);
    private final Registry registry = new Registry();
    private final AtomicInteger loads = new AtomicInteger();
    private volatile CountDownLatch mayLoad = new CountDownLatch(0);
    private final ModelCatalogue catalogue = new ModelCatalogue(new ParallelLoads(this::load), registry, GRACE);

    @AfterEach
    void nothingStaysOpen() {
        catalogue.close();
        helpers.close();
        assertThat(registry.services).isEmpty();
        assertThat(GraphSession.open()).isZero();
    }

    @Test
    void servesEveryBundle() {
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        catalogue.arrived(source(2, "b", 2, model("b", "1")));

        await().until(() -> registry.services.size() == 2);
        assertThat(registry.best()).contains("b 1");
    }

    @Test
    void aBundleThatMerelyStartsAgainIsNotLoadedAgain() {
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        catalogue.arrived(source(2, "b", 1, model("b", "1")));
        await().until(() -> registry.services.size() == 2);
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        catalogue.arrived(source(3, "c", 1, model("c", "1")));
        await().until(() -> registry.services.size() == 3);

        assertThat(loads).hasValue(3);
    }

    @Test
    void anUpdateInPlaceServesTheOldUntilTheNewIsThere() {
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        await().until(() -> registry.best().isPresent());
        mayLoad = new CountDownLatch(1);
        catalogue.arrived(source(1, "a", 2, model("a", "2")));

        await().until(() -> loads.get() == 2);
        assertThat(registry.best()).contains("a 1");
        mayLoad.countDown();
        await().until(() -> registry.services.size() == 1 && registry.best().equals(Optional.of("a 2")));
        assertThat(registry.events).containsExactly("+a 1", "+a 2 wins", "-a 1");
    }

    @Test
    void aBrokenUpdateLeavesTheOld() {
        catalogue.arrived(source(1, "a", 1, model("a", "1")));
        catalogue.arrived(source(2, "other", 1, model("other", "1")));
        await().until(() -> registry.services.size() == 2);
        catalogue.arrived(source(1, "a", 2, model("a", "2").with("sha256", "00")));
        await().until(() -> loads.get() == 3);
        catalogue.arrived(source(3, "last", 3, model("last", "1")));
        await().until(() -> registry.services.size() == 3);

        assertThat(registry.events).doesNotContain("-a 1");
    }

    @Test
    void aModelThatIsDecodedIsReplacedAsAnyOther() throws Exception {
        catalogue.arrived(source(1, "c", 1, classifier("red", "green", "blue")));
        await().until(() -> registry.best().isPresent());
        try (Inference<Pixels, List<Classification>> first =
                        registry.bestModel().bind(Role.IMAGE_CLASSIFICATION);
                Picture picture = new Picture(9, 9).fill(0x00ff00);
                Pixels pixels = picture.pixels()) {
            assertThat(first.run(pixels).get(0).label()).isEqualTo("green");

            catalogue.arrived(source(1, "c", 2, classifier("red", "green")));
            await().until(() -> loads.get() == 2);
            catalogue.arrived(
                    source(1, "c", 3, classifier("red", "green", "blue").with("activation", "max")));
            await().until(() -> loads.get() == 3);
            assertThat(first.run(pixels).get(0).label()).isEqualTo("green");

            catalogue.arrived(source(1, "c", 4, classifier("rot", "grün", "blau")));
            await().until(() -> retired(() -> first.run(pixels)));
            try (Inference<Pixels, List<Classification>> next =
                    registry.bestModel().bind(Role.IMAGE_CLASSIFICATION)) {
                assertThat(next.run(pixels).get(0).label()).isEqualTo("grün");
            }
        }
        assertThat(registry.services).hasSize(1);
    }

    private static PackedModel classifier(String... labels) {
        byte[] graph = new GraphBuilder()
                .input("pixels", -1, 3, 4, 4)
                .output("means", -1, 3)
                .node("ReduceMean", "means", "pixels")
                .withAll("axes", 2, 3)
                .with("keepdims", 0)
                .bytes();
        return new PackedModel("image-classification", "classification", graph, "-1,3,4,4").labels(labels);
    }

    @Test
    void anUninstalledModelServesForItsGrace() {
        Source a = source(1, "a", 1, model("a", "1"));
        catalogue.arrived(a);
        await().until(() -> registry.best().isPresent());
        long begin = System.nanoTime();
        catalogue.gone(a);

        await().until(() -> registry.best().isEmpty());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(GRACE);
        await().until(() -> GraphSession.open() == 0);
    }

    @Test
    void aReinstalledBundleTakesOverWithoutAGap() {
        Source old = source(1, "a", 1, model("a", "1"));
        catalogue.arrived(old);
        await().until(() -> registry.best().isPresent());
        mayLoad = new CountDownLatch(1);
        catalogue.gone(old);
        catalogue.arrived(source(2, "a", 2, model("a", "2")));
        await().until(() -> loads.get() == 2);
        await().pollDelay(GRACE.multipliedBy(2)).until(() -> registry.best().equals(Optional.of("a 1")));
        mayLoad.countDown();

        await().until(() -> registry.services.size() == 1 && registry.best().equals(Optional.of("a 2")));
        assertThat(registry.events).containsExactly("+a 1", "+a 2 wins", "-a 1");
    }

    @Test
    void anUninstalledModelSurvivesABrokenSuccessorButNotItsEnd() {
        Source old = source(1, "a", 1, model("a", "1"));
        catalogue.arrived(old);
        await().until(() -> registry.best().isPresent());
        Source broken = source(2, "a", 2, model("a", "2").with("sha256", "00"));
        catalogue.gone(old);
        catalogue.arrived(broken);
        await().pollDelay(GRACE.multipliedBy(2)).until(() -> registry.best().equals(Optional.of("a 1")));
        catalogue.gone(broken);

        await().until(() -> registry.best().isEmpty());
    }

    @Test
    void twentySwapsUnderLoadLeakNothing() throws Exception {
        catalogue.arrived(source(1, "a", 0, model("a", "0")));
        await().until(() -> registry.best().isPresent());
        for (int swap = 1; swap <= 20; swap++) {
            Inference<Float, Float> inference = registry.bestModel().bind("times", TestModel.Fill::new);
            assertThat(inference.run(2f)).isEqualTo(4f);
            String version = Integer.toString(swap);
            if (swap % 2 == 0) {
                catalogue.arrived(source(1, "a", swap, model("a", version)));
            } else {
                catalogue.gone(source(1, "a", 0, model("a", version)));
                catalogue.arrived(source(1, "a", swap, model("a", version)));
            }
            await().pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            registry.services.size() == 1 && registry.best().equals(Optional.of("a " + version)));
            await().until(() -> retired(() -> inference.run(1f)));
        }

        assertThat(loads).hasValue(21);
        await().until(() -> GraphSession.open() == 1);
    }

    private static boolean retired(Callable<?> call) throws Exception {
        try {
            call.call();
            return false;
        } catch (VisionException e) {
            return e.reason() == VisionException.Reason.RETIRED;
        }
    }

    private LoadedModel load(ModelEntries entries) throws ModelException {
        loads.incrementAndGet();
        try {
            mayLoad.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return loader.load(entries);
    }

    private static TestModel model(String id, String version) {
        return new TestModel(id, version, 2);
    }

    private static Source source(long bundle, String name, long modified, ModelEntries model) {
        return new Source(bundle, name, modified, model);
    }

    /** A service registry: the highest ranking wins, at equal ranking the oldest. */
    private static final class Registry implements ModelCatalogue.Publisher {
        final List<Service> services = new CopyOnWriteArrayList<>();
        final List<String> events = new CopyOnWriteArrayList<>();

        record Service(LoadedModel model, int ranking) {}

        @Override
        public Runnable publish(LoadedModel model, int ranking) {
            Service service = new Service(model, ranking);
            boolean rivals = !services.isEmpty();
            services.add(service);
            events.add("+" + model + (rivals && bestModel() == model ? " wins" : ""));
            return () -> {
                events.add("-" + model);
                services.remove(service);
            };
        }

        LoadedModel bestModel() {
            return ranked().orElseThrow().model();
        }

        Optional<String> best() {
            return ranked().map(service -> service.model().toString());
        }

        private Optional<Service> ranked() {
            return services.stream()
                    .sorted(Comparator.comparingInt(service -> -service.ranking()))
                    .findFirst();
        }
    }
}
