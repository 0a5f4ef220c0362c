package org.lynceus.detector.models.internal;

import ai.djl.translate.Translator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.Role;

/** A model with one graph whose decoder serves some roles and gives always the same. */
final class FakeModel implements Model {
    final AtomicInteger open = new AtomicInteger();
    private final ModelInfo info;
    private final List<Role<?, ?>> decoded;
    private final Object output;
    private volatile RuntimeException failure;

    FakeModel(String id, String role, Object output, Role<?, ?>... decoded) {
        GraphInfo graph = new GraphInfo(
                "graph",
                "graph.onnx",
                "00",
                List.of(1L, 3L, 8L, 8L),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(0f),
                List.of(1f));
        this.info = new ModelInfo(id, "1.0", role, List.of(graph), List.of(), Map.of("keypoints", "leftEye, rightEye"));
        this.output = output;
        this.decoded = List.of(decoded);
    }

    /** Makes every bind fail. */
    FakeModel failing(RuntimeException why) {
        this.failure = why;
        return this;
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <I, O> Inference<I, O> bind(Role<I, O> role, String graph) {
        if (failure != null) {
            throw failure;
        }
        if (!decoded.contains(role)) {
            throw new IllegalArgumentException("model " + info.id() + " is not decoded for " + role);
        }
        open.incrementAndGet();
        return new FakeInference<>();
    }

    private final class FakeInference<I, O> implements Inference<I, O> {
        @Override
        @SuppressWarnings("unchecked")
        public O run(I input) {
            return (O) output;
        }

        @Override
        public List<O> runAll(List<I> inputs) throws VisionException {
            return inputs.stream().map(this::run).toList();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
