package org.lynceus.detector.faces.internal.attributes.net;

import ai.djl.translate.Translator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.lynceus.model.api.role.Role;

/** Attribute heads that say the same of every face, whatever its features. */
public final class FakeHeads implements Model {
    private final Map<String, String> properties =
            new HashMap<>(Map.of("features.model", "faceres", "features.version", "3.0.4", "features", "pooled,bands"));
    private final List<String> labels;
    private final float[] answer;
    private int length = 4096;
    public int runs;
    public boolean closed;

    /** Creates heads. */
    public FakeHeads(List<String> labels, float... answer) {
        this.labels = labels;
        this.answer = answer;
    }

    /** Sets a property. */
    public FakeHeads with(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /** Sets the length of the rows. */
    public FakeHeads length(int features) {
        length = features;
        return this;
    }

    @Override
    public ModelInfo info() {
        GraphInfo graph = new GraphInfo(
                "judge",
                "judge.onnx",
                "00",
                List.of(-1L, 1L, 1L, (long) length),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.GRAY,
                List.of(0f),
                List.of(1f));
        return new ModelInfo("heads", "1", "face-attributes", List.of(graph), labels, properties);
    }

    @Override
    @SuppressWarnings("unchecked") // heads are bound to rows only
    public <I, O> Inference<I, O> bind(String graph, Supplier<? extends Translator<I, O>> translator) {
        return (Inference<I, O>) new Answers();
    }

    @Override
    public <I, O> Inference<I, O> bind(Role<I, O> role, String graph) {
        throw new UnsupportedOperationException("heads have no decoder");
    }

    private final class Answers implements Inference<List<float[]>, float[]> {
        @Override
        public float[] run(List<float[]> rows) {
            runs++;
            if (rows.stream().anyMatch(row -> row.length != length)) {
                throw new IllegalArgumentException("rows of another length");
            }
            float[] all = new float[rows.size() * answer.length];
            for (int row = 0; row < rows.size(); row++) {
                System.arraycopy(answer, 0, all, row * answer.length, answer.length);
            }
            return all;
        }

        @Override
        public List<float[]> runAll(List<List<float[]>> inputs) throws VisionException {
            return Arrays.asList(run(inputs.get(0)));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
