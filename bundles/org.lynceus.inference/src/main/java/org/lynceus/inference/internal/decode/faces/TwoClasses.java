package org.lynceus.inference.internal.decode.faces;

import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Scoring;

/**
 * Scores of rows with two numbers: nothing, face.
 *
 * @param softmax whether the softmax of both gives the scores
 * @param scoring how the second, or with softmax the difference, becomes a score
 * @param threshold faces score more than this, 0–1
 */
record TwoClasses(boolean softmax, Scoring scoring, float threshold) {
    /** Columns of the output. */
    static final int COLUMNS = 2;

    /** Reads {@code activation}. */
    static TwoClasses of(DecoderContext context, float threshold) {
        Activation activation = context.choice(Scoring.ACTIVATION, Activation.NONE);
        // The softmax of two numbers is the logistic function of their difference.
        return new TwoClasses(activation == Activation.SOFTMAX, new Scoring(activation != Activation.NONE), threshold);
    }

    /** Takes a row and its score. */
    @FunctionalInterface
    interface Found {
        /** Takes a row that scores more than the threshold. */
        void accept(int row, float score);
    }

    /** Finds the rows that score more than the threshold. */
    void scan(Tensor scores, Found found) {
        float limit = scoring.inverse(threshold);
        float[] values = scores.values();
        for (int row = 0; row * COLUMNS + 1 < values.length; row++) {
            int at = row * COLUMNS;
            float number = softmax ? values[at + 1] - values[at] : values[at + 1];
            if (number > limit) {
                found.accept(row, scoring.score(number));
            }
        }
    }
}
