package org.lynceus.inference.internal;

import ai.djl.translate.Translator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.lynceus.inference.internal.decode.GraphDecoder;
import org.lynceus.inference.internal.decode.Kind;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.ModelUsage;
import org.lynceus.model.api.role.Role;

/** A model in memory. Thread-safe. */
public final class LoadedModel implements Model, ModelUsage, AutoCloseable {
    private final ModelSpec spec;
    private final Map<String, GraphSession> sessions;
    private final Map<String, GraphDecoder<?>> decoders;
    private final Settings settings;
    private final Helpers helpers;
    private final LongAdder calls = new LongAdder();
    private final Set<PooledInference<?, ?>> bound = ConcurrentHashMap.newKeySet();
    private boolean closed;

    LoadedModel(
            ModelSpec spec,
            Map<String, GraphSession> sessions,
            Map<String, GraphDecoder<?>> decoders,
            Settings settings,
            Helpers helpers) {
        this.spec = spec;
        this.sessions = Map.copyOf(sessions);
        this.decoders = Map.copyOf(decoders);
        this.settings = settings;
        this.helpers = helpers;
    }

    @Override
    public ModelInfo info() {
        return spec.info();
    }

    /** What its description says. */
    ModelSpec spec() {
        return spec;
    }

    @Override
    public long calls() {
        return calls.sum();
    }

    @Override
    public synchronized <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator) {
        GraphSession session = sessions.get(spec.info().graph(graph).name());
        if (closed) {
            throw new IllegalStateException(this + " is closed");
        }
        Lane.Steps steps = Lane.Steps.of(spec.info().id(), graph);
        Lanes<I, O> lanes = new Lanes<>(settings.concurrency(), () -> new Lane<>(session, translator.get(), steps));
        PooledInference<I, O> inference = new PooledInference<>(steps.session(), lanes, helpers, calls, bound::remove);
        bound.add(inference);
        return inference;
    }

    @Override
    @SuppressWarnings("unchecked") // the kind of the decoder, which is checked, is that of the role
    public <I, O> Inference<I, O> bind(Role<I, O> role, String graph) {
        GraphDecoder<?> decoder = decoders.get(spec.info().graph(graph).name());
        String of = "model " + this + " of role " + spec.info().role();
        if (decoder == null) {
            throw new IllegalArgumentException(
                    of + " cannot be bound to " + role + ": its description names no decoder");
        }
        if (!Kind.ofRole(role.name()).equals(Optional.of(decoder.kind()))) {
            throw new IllegalArgumentException(
                    of + " cannot be bound to " + role + ": its decoder " + decoder + " gives " + decoder.kind());
        }
        return bind(graph, () -> (Translator<I, O>) decoder.translator());
    }

    /** Lets running calls end, then frees the sessions. Idempotent. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List.copyOf(bound).forEach(PooledInference::close);
        sessions.values().forEach(GraphSession::close);
    }

    @Override
    public String toString() {
        return spec.info().id() + " " + spec.info().version();
    }
}
