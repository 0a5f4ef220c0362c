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
 * Reads a classifier: one number for each class, [1, C], [C] or [1, C, 1, 1]. Keys: {@code labels}, {@code activation}
 * ({@code none}, {@code softmax} or {@code sigmoid}), {@code classification.background}.
 */
public final class ClassificationDecoder implements Decoder<List<Classification>> {
    private static final int NO_BACKGROUND = -1;

    private final Labels labels;
    private final Activation activation;
    private final int background;

    /**
     * Creates a decoder.
     *
     * @throws IllegalArgumentException when the description is wrong
     */
    public ClassificationDecoder(DecoderContext context) {
        this.labels = Labels.of(context);
        this.activation = context.choice("activation", Activation.NONE);
        this.background = context.integer("classification.background", NO_BACKGROUND, 0, labels.size() - 1);
    }

    @Override
    public List<Classification> decode(Frame frame, Outputs outputs) {
        if (outputs.size() == 1) {
            labels.check(outputs.get(0).size(), outputs.get(0));
        }
        Tensor scores =
                outputs.require("one number for each of " + labels.size() + " labels", t -> t.size() == labels.size());
        activation.apply(scores.values());
        return Ranking.of(scores.values(), labels, background);
    }
}
