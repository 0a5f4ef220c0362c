package org.lynceus.inference.internal.decode.text;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.Decoder;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Frame;
import org.lynceus.inference.internal.decode.Labels;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.model.api.role.TextLine;
import org.lynceus.model.api.role.TextLine.Symbol;

/**
 * Reads a text recogniser trained with CTC (Graves et al., "Connectionist Temporal Classification", 2006), greedily: for
 * each of T steps along the line, C probabilities [1, T, C]; the best of each step, repetitions dropped, then blanks
 * dropped. Index 0 is CTC's blank, then come the lines of {@code labels}, then, where C is larger by one more, the space.
 * Keys: {@code labels}, {@code activation} of a step ({@code none} or {@code softmax}).
 */
public final class CtcDecoder implements Decoder<TextLine> {
    private static final int BLANK = 0;
    private static final String SPACE = " ";
    private static final float PERCENT = 100;

    private final Labels labels;
    private final Activation activation;

    /**
     * Creates a decoder.
     *
     * @throws IllegalArgumentException when the description is wrong
     */
    public CtcDecoder(DecoderContext context) {
        this.labels = Labels.of(context);
        this.activation = context.choice("activation", Activation.NONE);
    }

    @Override
    public TextLine decode(Frame frame, Outputs outputs) {
        Tensor steps = outputs.size() == 1
                ? outputs.get(0)
                : outputs.require("probabilities [1, T, C]", t -> t.rank() > 1 && fits(t.axis(-1)));
        int classes = steps.axis(-1);
        if (steps.rank() < 2 || !fits(classes)) {
            throw new IllegalArgumentException("model " + labels.model() + ": labels has " + labels.size()
                    + " lines, hence " + (labels.size() + 1) + " or, with a space, " + (labels.size() + 2)
                    + " classes, but output " + steps + " has " + classes);
        }
        return new TextLine(read(frame, steps.values(), classes));
    }

    private boolean fits(int classes) {
        return classes == labels.size() + 1 || classes == labels.size() + 2;
    }

    private List<Symbol> read(Frame frame, float[] values, int classes) {
        int[] best = new int[values.length / classes];
        for (int step = 0; step < best.length; step++) {
            best[step] = best(values, step * classes, classes);
        }
        List<Symbol> symbols = new ArrayList<>();
        int end;
        for (int step = 0; step < best.length; step = end) {
            end = step + 1;
            while (end < best.length && best[end] == best[step]) {
                end++;
            }
            if (best[step] != BLANK) {
                activation.apply(values, step * classes, classes);
                double middle = (step + end) / 2.0 / best.length * frame.width();
                symbols.add(new Symbol(
                        best[step] <= labels.size() ? labels.get(best[step] - 1) : SPACE,
                        values[step * classes + best[step]] * PERCENT,
                        (float) Math.max(0, Math.min(1, frame.ratioX(middle)))));
            }
        }
        return symbols;
    }

    private static int best(float[] values, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (values[from + i] > values[from + best]) {
                best = i;
            }
        }
        return best;
    }
}
