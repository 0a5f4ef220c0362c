package org.lynceus.inference.internal.decode.classes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.inference.internal.decode.Labels;
import org.lynceus.model.api.role.Classification;

/** Puts classes in the order of their probabilities. */
final class Ranking {
    private static final float PERCENT = 100;
    private static final Comparator<Classification> MOST_CONFIDENT_FIRST =
            (one, other) -> Float.compare(other.confidence(), one.confidence());

    private Ranking() {}

    /**
     * Names and sorts classes, the most confident first, at equal confidence in the order of the output.
     *
     * @param probabilities 0–1, one for each label
     * @param omitted index of a class that is left out, −1 for none
     */
    static List<Classification> of(float[] probabilities, Labels labels, int omitted) {
        List<Classification> classes = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            if (i != omitted) {
                classes.add(new Classification(i, labels.get(i), probabilities[i] * PERCENT));
            }
        }
        classes.sort(MOST_CONFIDENT_FIRST);
        return List.copyOf(classes);
    }
}
