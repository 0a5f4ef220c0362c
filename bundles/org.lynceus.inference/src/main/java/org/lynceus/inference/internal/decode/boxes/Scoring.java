package org.lynceus.inference.internal.decode.boxes;

import org.lynceus.inference.internal.decode.Activation;
import org.lynceus.inference.internal.decode.DecoderContext;

/**
 * How a single number becomes a score. Numbers can be compared with the number that has the threshold's score, so that
 * only the few above it are converted.
 *
 * @param logistic whether the score is the logistic function of the number; otherwise it is the number
 */
public record Scoring(boolean logistic) {
    /** Key in {@code model.properties}. */
    public static final String ACTIVATION = "activation";

    /**
     * Reads the activation of a family whose classes do not exclude each other.
     *
     * @throws IllegalArgumentException when it is {@code softmax}
     */
    public static Scoring of(DecoderContext context, Activation absent) {
        Activation activation = context.choice(ACTIVATION, absent);
        if (activation == Activation.SOFTMAX) {
            throw context.wrong(ACTIVATION, "is neither none nor sigmoid: softmax");
        }
        return new Scoring(activation == Activation.SIGMOID);
    }

    /** Score of a number; rises with it. */
    public float score(float number) {
        return logistic ? (float) Activation.sigmoid(number) : number;
    }

    /** The number that has a score from 0 to 1. */
    public float inverse(float score) {
        return logistic ? (float) Math.log(score / (1.0 - score)) : score;
    }
}
