package org.lynceus.detector.faces.internal.attributes.rule;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lynceus.api.face.Emotion;
import org.lynceus.api.face.Judgement;
import org.lynceus.detector.faces.internal.attributes.net.EmotionNet;

/**
 * Makes eight emotions of seven probabilities.
 *
 * <p>{@code CALM} is what the models call neutral. {@code CONFUSED}, which no model knows, grows with the doubt between the
 * others: 15 times the fourth power of the normalised entropy (Shannon entropy of the seven divided by log 7), so that it
 * leads only when nothing else does. The eight need not sum to 100. What cannot be seen draws all of them towards an eighth
 * of 100.
 */
public final class EmotionRule {
    private static final List<Emotion> ORDER = List.of(
            Emotion.ANGRY,
            Emotion.DISGUSTED,
            Emotion.FEAR,
            Emotion.HAPPY,
            Emotion.SAD,
            Emotion.SURPRISED,
            Emotion.CALM);
    private static final double MOST_CONFUSED = 0.15;
    private static final double POWER = 4;
    private static final double PERCENT = 100;

    private EmotionRule() {}

    /**
     * Judges.
     *
     * @param probabilities in the order of {@link EmotionNet#LABELS}
     * @param clarity 0–1
     * @return all eight, most confident first
     */
    public static List<Judgement<Emotion>> judge(double[] probabilities, double clarity) {
        Map<Emotion, Double> all = new EnumMap<>(Emotion.class);
        for (int i = 0; i < probabilities.length; i++) {
            all.put(ORDER.get(i), probabilities[i]);
        }
        all.put(Emotion.CONFUSED, MOST_CONFUSED * Math.pow(normalisedEntropy(probabilities), POWER));
        double even = 1.0 / Emotion.values().length;
        return all.entrySet().stream()
                .map(one ->
                        new Judgement<>(one.getKey(), (float) (PERCENT * (even + (one.getValue() - even) * clarity))))
                .sorted(Comparator.<Judgement<Emotion>>comparingDouble(Judgement::confidence)
                        .reversed())
                .toList();
    }

    /** The probability of a happy face. */
    public static double happy(double[] probabilities) {
        return probabilities[ORDER.indexOf(Emotion.HAPPY)];
    }

    private static double normalisedEntropy(double[] probabilities) {
        double entropy = 0;
        for (double p : probabilities) {
            entropy -= p > 0 ? p * Math.log(p) : 0;
        }
        return entropy / Math.log(probabilities.length);
    }
}
