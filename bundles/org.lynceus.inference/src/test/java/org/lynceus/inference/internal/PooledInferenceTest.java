package org.lynceus.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.djl.ndarray.NDList;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.model.api.Inference;

class PooledInferenceTest {
    private final Helpers helpers = new Helpers(1);
    private LoadedModel model;

    @BeforeEach
    void load() throws ModelException {
        model = new ModelLoader(new Settings(2, 2, 1), helpers).load(new TestModel("double", "1", 2));
    }

    @AfterEach
    void close() {
        model.close();
        helpers.close();
        assertThat(GraphSession.open()).isZero();
    }

    @Test
    void keepsTheOrderOfTheInputs() throws VisionException {
        List<Float> inputs = IntStream.range(0, 200).mapToObj(Float::valueOf).toList();
        try (Inference<Float, Float> inference = model.bind("times", TestModel.Fill::new)) {
            assertThat(inference.runAll(inputs))
                    .isEqualTo(inputs.stream().map(x -> 2 * x).toList());
            assertThat(inference.runAll(List.of())).isEmpty();
        }
        assertThat(model.calls()).isEqualTo(200);
    }

    @Test
    void reportsTheTimeOfEachStep() throws VisionException {
        try (Inference<Float, Float> inference = model.bind("times", TestModel.Fill::new);
                Timings timings = Timings.begin()) {
            inference.run(1f);
            assertThat(timings.nanos()).containsOnlyKeys("double.times.prepare", "double.times", "double.times.decode");
            assertThat(timings.nanos().values()).allMatch(nanos -> nanos > 0);
        }
    }

    @Test
    void runsNoMoreAtOnceThanConfigured() throws Exception {
        Blocking.Control control = new Blocking.Control();
        try (Inference<Float, Float> inference = model.bind("times", () -> new Blocking(control))) {
            List<CompletableFuture<Float>> calls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                calls.add(async(inference, 1f));
            }
            await().until(() -> control.inside.get() == 2);
            control.release.countDown();
            assertThat(calls).allSatisfy(call -> assertThat(call.get()).isEqualTo(2f));
        }
        assertThat(control.most).hasValue(2);
        assertThat(control.made).hasValueBetween(1, 2);
    }

    @Test
    void closingWaitsForRunningCallsAndRefusesNewOnes() throws Exception {
        Blocking.Control control = new Blocking.Control();
        Inference<Float, Float> inference = model.bind("times", () -> new Blocking(control));
        CompletableFuture<Float> running = async(inference, 4f);
        await().until(() -> control.inside.get() == 1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(model::close);

        await().untilAsserted(() -> assertThatThrownBy(() -> inference.run(1f))
                .isInstanceOfSatisfying(
                        VisionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.RETIRED)));
        assertThat(closing).isNotDone();
        assertThat(GraphSession.open()).isEqualTo(1);
        control.release.countDown();
        assertThat(running.get()).isEqualTo(8f);
        closing.get();
        assertThatThrownBy(() -> model.bind("times", TestModel.Fill::new)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesOnWhatATranslatorSaysAndHidesTheRest() {
        try (Inference<Float, Float> inference = model.bind("times", Failing::new)) {
            assertThatThrownBy(() -> inference.run(0f))
                    .isInstanceOfSatisfying(
                            VisionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID_IMAGE));
            assertThatThrownBy(() -> inference.runAll(List.of(1f, 1f, 1f)))
                    .isInstanceOfSatisfying(
                            VisionException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL))
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesATranslatorThatStacks() {
        Translator<Float, Float> stacking = new Translator<>() {
            @Override
            public NDList processInput(TranslatorContext context, Float input) {
                return new NDList();
            }

            @Override
            public Float processOutput(TranslatorContext context, NDList outputs) {
                return 0f;
            }
        };
        try (Inference<Float, Float> inference = model.bind("times", () -> stacking)) {
            assertThatThrownBy(() -> inference.run(0f))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has a batchifier");
        }
    }

    @Test
    void refusesAnUnknownGraph() {
        assertThatThrownBy(() -> model.bind("divide", TestModel.Fill::new))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsItsTranslatorsWhenClosed() throws VisionException {
        List<WeakReference<Object>> made = new ArrayList<>();
        Inference<Float, Float> inference = model.bind("times", () -> {
            TestModel.Fill translator = new TestModel.Fill();
            made.add(new WeakReference<>(translator));
            return translator;
        });
        inference.runAll(List.of(1f, 2f, 3f));
        inference.close();

        await().until(() -> {
            System.gc();
            return !made.isEmpty() && made.stream().allMatch(reference -> reference.get() == null);
        });
    }

    @Test
    void closesTranslatorsThatCanBeClosed() throws VisionException {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Inference<Float, Float> inference = model.bind("times", () -> {
            made.incrementAndGet();
            return new Closeable(closed);
        });
        inference.runAll(List.of(1f, 2f, 3f));
        assertThat(closed).hasValue(0);
        inference.close();

        assertThat(made.get()).isPositive();
        assertThat(closed).hasValue(made.get());
    }

    private static CompletableFuture<Float> async(Inference<Float, Float> inference, float input) {
        CompletableFuture<Float> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(inference.run(input));
            } catch (VisionException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static final class Closeable extends TestModel.Fill implements AutoCloseable {
        private final AtomicInteger closed;

        Closeable(AtomicInteger closed) {
            this.closed = closed;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static final class Blocking extends TestModel.Fill {
        private final Control control;

        Blocking(Control control) {
            this.control = control;
            control.made.incrementAndGet();
        }

        static final class Control {
            final AtomicInteger made = new AtomicInteger();
            final AtomicInteger inside = new AtomicInteger();
            final AtomicInteger most = new AtomicInteger();
            final CountDownLatch release = new CountDownLatch(1);
        }

        @Override
        public Float processOutput(TranslatorContext context, NDList outputs) {
            int now = control.inside.incrementAndGet();
            control.most.accumulateAndGet(now, Math::max);
            try {
                control.release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            control.inside.decrementAndGet();
            return super.processOutput(context, outputs);
        }
    }

    private static final class Failing implements ai.djl.translate.NoBatchifyTranslator<Float, Float> {
        @Override
        public NDList processInput(TranslatorContext context, Float value) throws VisionException {
            if (value == 0) {
                throw new VisionException(Reason.INVALID_IMAGE, "Too dark.");
            }
            throw new IllegalStateException("a defect");
        }

        @Override
        public Float processOutput(TranslatorContext context, NDList outputs) {
            return 0f;
        }
    }
}
