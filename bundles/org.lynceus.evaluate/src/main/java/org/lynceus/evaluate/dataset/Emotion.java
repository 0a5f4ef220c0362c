package org.lynceus.evaluate.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An emotion that label files and the server both know. The names are the wire's. */
public enum Emotion {
    /** Happiness. */
    HAPPY("happiness", "happy", "joy"),
    /** Sadness. */
    SAD("sadness", "sad"),
    /** Anger. */
    ANGRY("anger", "angry"),
    /** Disgust. */
    DISGUSTED("disgust", "disgusted"),
    /** Surprise. */
    SURPRISED("surprise", "surprised"),
    /** Fear. */
    FEAR("fear", "fearful", "afraid"),
    /** Neutral. */
    CALM("neutral", "calm");

    private final List<String> names;

    Emotion(String... names) {
        this.names = List.of(names);
    }

    /** Whether it is one of the six basic emotions: all but neutral. */
    public boolean basic() {
        return this != CALM;
    }

    /** The emotion of a label; empty for another one, such as contempt. */
    static Optional<Emotion> ofLabel(String label) {
        return Stream.of(values())
                .filter(emotion -> emotion.names.contains(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The strongest of some emotions; empty when none is reported. */
    public static Optional<Emotion> strongest(Map<String, Double> confidences, List<Emotion> among) {
        return among.stream()
                .filter(emotion -> confidences.containsKey(emotion.name()))
                .max((a, b) -> Double.compare(confidences.get(a.name()), confidences.get(b.name())));
    }
}
