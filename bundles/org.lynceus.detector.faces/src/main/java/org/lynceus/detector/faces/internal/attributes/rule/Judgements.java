package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.Optional;
import org.lynceus.api.face.Judgement;

/** Turns probabilities into judgements. */
public final class Judgements {
    private static final double EVEN = 0.5;
    private static final double PERCENT = 100;

    /** Log-odds of 0.999. */
    private static final double MOST_SURE = Math.log(999);

    private Judgements() {}

    /**
     * One probability of two opinions: the logistic function of the mean of their log-odds, each probability kept within
     * 0.001–0.999. Of one opinion, that one.
     */
    public static Optional<Double> both(Optional<Double> head, Optional<Double> rule) {
        if (head.isPresent() && rule.isPresent()) {
            return Optional.of(Logit.probability((within(head.get()) + within(rule.get())) / 2));
        }
        return head.or(() -> rule);
    }

    /** Yes or no. */
    public static Judgement<Boolean> of(double probability, double clarity) {
        return of(probability, clarity, Boolean.TRUE, Boolean.FALSE);
    }

    /**
     * The more probable of two values. The confidence belongs to it, so it is never below 50; what cannot be seen draws it
     * towards 50: {@code 50 + (confidence − 50) · clarity}.
     *
     * @param probability of the first value, 0–1
     * @param clarity 0 (cannot be judged) – 1
     */
    public static <T> Judgement<T> of(double probability, double clarity, T first, T second) {
        boolean yes = probability >= EVEN;
        double sure = yes ? probability : 1 - probability;
        return new Judgement<>(yes ? first : second, (float) (PERCENT * (EVEN + (sure - EVEN) * clarity)));
    }

    private static double within(double probability) {
        return Logit.within(MOST_SURE, probability);
    }
}
