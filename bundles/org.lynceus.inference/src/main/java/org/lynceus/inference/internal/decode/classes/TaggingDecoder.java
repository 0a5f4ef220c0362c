package org.lynceus.inference.internal.decode.classes;

import java.util.List;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Labels;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.model.api.role.Classification;

/**
 * Reads an image tower of the CLIP or SigLIP kind, which gives a vector [1, D], by comparing it with vectors of labels
 * [L, D] that the text tower made once: probability = activation(scale * cosine + bias). Keys: {@code labels},
 * {@code label-vectors}, {@code logit.scale}, {@code logit.bias}, {@code activation} ({@code softmax} over all labels, as
 * CLIP, or {@code sigmoid} of each, as SigLIP).
 */
public final class TaggingDecoder implements Decoder<List<Classification>> {
    private static final String VECTORS = "label-vectors";
    private static final double MOST = 1e6;
    /** CLIP's customary scale, exp(4.6052). */
    private static final double SCALE = 100;

    private final String model;
    private final Labels labels;
    private final LabelVectors vectors;
    private final float scale;
    private final float bias;
    private final Activation activation;

    /**
     * Creates a decoder.
     *
     * @throws IllegalArgumentException when the description or the file of vectors is wrong
     */
    public TaggingDecoder(DecoderContext context) {
        this.model = context.info().id();
        this.labels = Labels.of(context);
        this.scale = (float) context.number("logit.scale", SCALE, 0, MOST);
        this.bias = (float) context.number("logit.bias", 0, -MOST, MOST);
        this.activation = context.choice("activation", Activation.SOFTMAX);
        if (activation == Activation.NONE) {
            throw context.wrong("activation", "has to be softmax or sigmoid");
        }
        float[] rows = context.floats(VECTORS, labels.size());
        try {
            this.vectors = new LabelVectors(rows, labels.size());
        } catch (IllegalArgumentException e) {
            throw context.wrong(VECTORS, e.getMessage());
        }
    }

    @Override
    public List<Classification> decode(Frame frame, Outputs outputs) {
        int dimension = vectors.dimension();
        if (outputs.size() == 1 && outputs.get(0).size() != dimension) {
            throw new IllegalArgumentException("model " + model + ": " + VECTORS + " holds vectors of " + dimension
                    + " numbers for " + labels.size() + " labels, but output " + outputs.get(0) + " has "
                    + outputs.get(0).size());
        }
        Tensor vector = outputs.require("a vector of " + dimension + " numbers", t -> t.size() == dimension);
        float[] values = vectors.cosines(vector.values());
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] * scale + bias;
        }
        activation.apply(values);
        return Ranking.of(values, labels, -1);
    }
}
