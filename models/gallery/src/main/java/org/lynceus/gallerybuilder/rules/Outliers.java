package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Finds the photo that does not show the person whom the person's other photos show.
 *
 * <p>Of three photos or more, one is unlike the rest when its cosine to the mean of the rest is below the lowest cosine
 * among the rest (of each of them to the mean of its others) by more than a margin. The margin is half of what that
 * lowest cosine lacks to 1, so it needs no knowledge of the encoder: an odd photo is at least half as far again from the
 * rest as any of these from each other. A photo that reaches the cosine which one in 100,000 pairs of strangers
 * reaches is never odd.
 */
final class Outliers {
    private static final int FEWEST = 3;
    private static final double MARGIN = 0.5;

    private Outliers() {}

    /**
     * Finds it.
     *
     * @param vectors of one person's photos, of length 1
     * @param lookAlike cosine that one in 100,000 pairs of strangers reaches, where it is known
     * @return index of the oddest photo; empty when none is odd or there are fewer than three
     */
    static OptionalInt oddest(List<float[]> vectors, OptionalDouble lookAlike) {
        if (vectors.size() < FEWEST) {
            return OptionalInt.empty();
        }
        int oddest = 0;
        double lowest = 2;
        for (int i = 0; i < vectors.size(); i++) {
            double cosine = toRest(vectors, i);
            if (cosine < lowest) {
                lowest = cosine;
                oddest = i;
            }
        }
        List<float[]> rest = without(vectors, oddest);
        double among = 1;
        for (int i = 0; i < rest.size(); i++) {
            among = Math.min(among, toRest(rest, i));
        }
        boolean odd = lowest < among - MARGIN * (1 - among) && lowest < lookAlike.orElse(1);
        return odd ? OptionalInt.of(oddest) : OptionalInt.empty();
    }

    private static double toRest(List<float[]> vectors, int i) {
        List<float[]> rest = without(vectors, i);
        double[] weights = new double[rest.size()];
        Arrays.fill(weights, 1);
        return Vectors.cosine(vectors.get(i), Vectors.mean(rest, weights));
    }

    private static List<float[]> without(List<float[]> vectors, int i) {
        List<float[]> rest = new ArrayList<>(vectors);
        rest.remove(i);
        return rest;
    }
}
