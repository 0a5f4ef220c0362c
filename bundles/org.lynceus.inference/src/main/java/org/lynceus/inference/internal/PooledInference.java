package org.lynceus.inference.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.lynceus.api.Gate;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.Inference;

/** Runs one graph on lanes of its own. */
final class PooledInference<I, O> implements Inference<I, O> {
    private final String name;
    private final Lanes<I, O> lanes;
    private final Helpers helpers;
    private final LongAdder calls;
    private final Consumer<PooledInference<?, ?>> onClose;
    private final Gate gate;
    private final AtomicBoolean closed = new AtomicBoolean();

    PooledInference(
            String name, Lanes<I, O> lanes, Helpers helpers, LongAdder calls, Consumer<PooledInference<?, ?>> onClose) {
        this.name = name;
        this.lanes = lanes;
        this.helpers = helpers;
        this.calls = calls;
        this.onClose = onClose;
        this.gate = new Gate(name);
    }

    @Override
    public O run(I input) throws VisionException {
        return gate.call(() -> {
            calls.increment();
            return lanes.await(lane -> lane.run(input));
        });
    }

    @Override
    public List<O> runAll(List<I> inputs) throws VisionException {
        if (inputs.isEmpty()) {
            return List.of();
        }
        return gate.call(() -> {
            calls.add(inputs.size());
            Object[] outputs = new Object[inputs.size()];
            helpers.share(
                    inputs.size(),
                    claims -> lanes.await(lane -> runClaimed(lane, inputs, outputs, claims)),
                    claims -> lanes.attempt(lane -> runClaimed(lane, inputs, outputs, claims)));
            return listOf(outputs);
        });
    }

    private Void runClaimed(Lane<I, O> lane, List<I> inputs, Object[] outputs, Helpers.Claims claims) {
        claims.each(index -> outputs[index] = lane.run(inputs.get(index)));
        return null;
    }

    @SuppressWarnings("unchecked")
    private List<O> listOf(Object[] outputs) {
        return new ArrayList<>((List<O>) Arrays.asList(outputs));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            gate.close();
            lanes.close();
            onClose.accept(this);
        }
    }
}
