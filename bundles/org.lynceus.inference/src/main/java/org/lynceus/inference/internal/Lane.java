package org.lynceus.inference.internal;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import org.lynceus.api.Timings;
import org.lynceus.api.VisionException;

/** A translator and its predictor: what one thread at a time needs to run a graph. Not thread-safe. */
final class Lane<I, O> extends Predictor<I, O> {
    private final GraphSession session;
    private final Steps steps;
    private long forwardBegin;
    private long forwardEnd;

    /**
     * Creates a lane.
     *
     * @throws IllegalArgumentException when the translator wants its tensors stacked: it has to fill the batch axis itself,
     *     because tensors of the runtime know no arithmetic
     */
    Lane(GraphSession session, Translator<I, O> translator, Steps steps) {
        super(session.model(), translator, session.model().getNDManager().getDevice(), false);
        this.session = session;
        this.steps = steps;
        if (translator.getBatchifier() != null) {
            close();
            throw new IllegalArgumentException(
                    translator.getClass().getName() + " has a batchifier; it must have none");
        }
    }

    /** Names of the three parts of a run, for {@link Timings}. */
    record Steps(String prepare, String session, String decode) {
        /** Names for a graph: {@code id.graph.prepare}, {@code id.graph} for the runtime's part, {@code id.graph.decode}. */
        static Steps of(String model, String graph) {
            String name = (model + "." + graph).replaceAll("[^A-Za-z0-9._-]", "-");
            return new Steps(name + ".prepare", name, name + ".decode");
        }
    }

    O run(I input) throws VisionException {
        long begin = System.nanoTime();
        forwardEnd = 0;
        try {
            O output = predict(input);
            long end = System.nanoTime();
            Timings.add(steps.prepare(), forwardBegin - begin);
            Timings.add(steps.session(), forwardEnd - forwardBegin);
            Timings.add(steps.decode(), end - forwardEnd);
            return output;
        } catch (TranslateException | RuntimeException e) {
            throw failure(e);
        }
    }

    @Override
    protected NDList predictInternal(TranslatorContext context, NDList inputs) throws TranslateException {
        forwardBegin = System.nanoTime();
        NDList outputs = super.predictInternal(context, inputs);
        forwardEnd = System.nanoTime();
        return session.inOrder(outputs);
    }

    /** Closes the translator too, where it can be closed. */
    @Override
    public void close() {
        super.close();
        if (translator instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(translator.getClass().getName() + " cannot be closed", e);
            }
        }
    }

    private VisionException failure(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VisionException vision) {
                return vision;
            }
        }
        return new VisionException(
                VisionException.Reason.INTERNAL, "The model " + steps.session() + " failed.", thrown);
    }
}
