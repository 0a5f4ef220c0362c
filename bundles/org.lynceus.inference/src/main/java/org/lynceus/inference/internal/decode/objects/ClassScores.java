package org.lynceus.inference.internal.decode.objects;

import java.util.Arrays;
import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.boxes.Scoring;

/**
 * Finds the classes of boxes that score more than a threshold.
 *
 * @param threshold 0–1
 * @param softmax whether the softmax of a box's numbers gives its scores
 * @param scoring how each number becomes a score otherwise
 * @param all whether a box may have several classes, or only its best
 */
record ClassScores(float threshold, boolean softmax, Scoring scoring, boolean all) {
    private static final String MULTI_LABEL = "multi.label";

    /**
     * Reads {@code activation} and {@code multi.label}.
     *
     * @param absent activation where the description has none
     * @param all whether a box may have several classes where the description does not say
     */
    static ClassScores of(DecoderContext context, float threshold, Activation absent, boolean all) {
        Activation activation = context.choice(Scoring.ACTIVATION, absent);
        return new ClassScores(
                threshold,
                activation == Activation.SOFTMAX,
                new Scoring(activation == Activation.SIGMOID),
                context.flag(MULTI_LABEL, all));
    }

    /** Reads the same for a family whose classes do not exclude each other. */
    static ClassScores ofEach(DecoderContext context, float threshold, boolean all) {
        return new ClassScores(threshold, false, Scoring.of(context, Activation.NONE), context.flag(MULTI_LABEL, all));
    }

    /** Takes what was found. */
    @FunctionalInterface
    interface Found {
        /**
         * Takes a class of a box.
         *
         * @param row of the box
         * @param label of the class
         * @param score above the threshold
         */
        void accept(int row, int label, float score);
    }

    /**
     * Looks at one box, whose numbers are next to each other.
     *
     * @param values hold the numbers from {@code from} on; may be overwritten
     * @param labels of the columns, −1 for those that do not count
     * @param row handed on
     * @param factor 0–1 with which scores are multiplied
     */
    void row(float[] values, int from, int[] labels, int row, float factor, Found found) {
        if (!(factor > threshold)) {
            return;
        }
        if (softmax) {
            Activation.SOFTMAX.apply(values, from, labels.length);
        }
        float limit = scoring.inverse(threshold / factor);
        int best = -1;
        for (int column = 0; column < labels.length; column++) {
            float value = values[from + column];
            if (value > limit && labels[column] >= 0) {
                if (all) {
                    found.accept(row, labels[column], factor * scoring.score(value));
                } else if (best < 0 || value > values[from + best]) {
                    best = column;
                }
            }
        }
        if (best >= 0) {
            found.accept(row, labels[best], factor * scoring.score(values[from + best]));
        }
    }

    /**
     * Looks at all boxes, whose numbers are apart: those of the first class for all boxes, then those of the second. Not
     * for a softmax.
     *
     * @param values hold the numbers from {@code from} on
     * @param labels of the classes, −1 for those that do not count
     * @param boxes number of boxes
     */
    void planes(float[] values, int from, int[] labels, int boxes, Found found) {
        float limit = scoring.inverse(threshold);
        float[] best = new float[all ? 0 : boxes];
        int[] bestLabel = new int[all ? 0 : boxes];
        Arrays.fill(best, limit);
        for (int plane = 0; plane < labels.length; plane++) {
            int label = labels[plane];
            int at = from + plane * boxes;
            for (int box = 0; label >= 0 && box < boxes; box++) {
                float value = values[at + box];
                if (all && value > limit) {
                    found.accept(box, label, scoring.score(value));
                } else if (!all && value > best[box]) {
                    best[box] = value;
                    bestLabel[box] = label;
                }
            }
        }
        for (int box = 0; box < best.length; box++) {
            if (best[box] > limit) {
                found.accept(box, bestLabel[box], scoring.score(best[box]));
            }
        }
    }
}
