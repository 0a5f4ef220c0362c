package org.lynceus.evaluate.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Scores of pairs of the same and of different people, and how well a threshold parts them. A pair counts as "same" when
 * its score is at or above the threshold. Immutable.
 */
public final class Verification {
    private final double[] same;
    private final double[] different;

    /**
     * Copies the scores.
     *
     * @param same scores of pairs of the same person
     * @param different scores of pairs of different people
     */
    public Verification(double[] same, double[] different) {
        this.same = same.clone();
        this.different = different.clone();
        Arrays.sort(this.same);
        Arrays.sort(this.different);
    }

    /** Number of pairs of the same person. */
    public int sameCount() {
        return same.length;
    }

    /** Number of pairs of different people. */
    public int differentCount() {
        return different.length;
    }

    /** Number of pairs of the same person at or above a threshold. */
    public int sameAt(double threshold) {
        return same.length - below(same, threshold);
    }

    /** Number of pairs of different people at or above a threshold. */
    public int differentAt(double threshold) {
        return different.length - below(different, threshold);
    }

    /** True accept rate 0–1 at a threshold; NaN without pairs of the same person. */
    public double tar(double threshold) {
        return (double) sameAt(threshold) / same.length;
    }

    /** False accept rate 0–1 at a threshold; NaN without pairs of different people. */
    public double far(double threshold) {
        return (double) differentAt(threshold) / different.length;
    }

    /** Share 0–1 of pairs that a threshold puts on the right side; NaN without pairs. */
    public double accuracy(double threshold) {
        return (double) (sameAt(threshold) + below(different, threshold)) / (same.length + different.length);
    }

    /**
     * The score that serves best as a threshold.
     *
     * @return the lowest among equally good ones; infinite when refusing every pair is best
     */
    public double bestThreshold() {
        double best = Double.POSITIVE_INFINITY;
        double accuracy = accuracy(best);
        double[] candidates = new double[same.length + different.length];
        System.arraycopy(same, 0, candidates, 0, same.length);
        System.arraycopy(different, 0, candidates, same.length, different.length);
        Arrays.sort(candidates);
        for (int i = candidates.length - 1; i >= 0; i--) {
            double reached = accuracy(candidates[i]);
            if (reached >= accuracy) {
                accuracy = reached;
                best = candidates[i];
            }
        }
        return best;
    }

    /**
     * True accept rate where at most a given share of the pairs of different people is accepted. Pairs that have the
     * same score are accepted together or not at all.
     *
     * @param far above 0, at most 1
     * @return empty when there are too few pairs to see that share: fewer than 1 / far different ones, or no same one
     */
    public OptionalDouble tarAtFar(double far) {
        // A share such as 0.001 is not exact: 1000 pairs must allow one accepted pair.
        int allowed = (int) Math.floor(far * different.length + 1e-9);
        if (allowed < 1 || same.length == 0) {
            return OptionalDouble.empty();
        }
        if (allowed >= different.length) {
            return OptionalDouble.of(1);
        }
        double highestRefused = different[different.length - 1 - allowed];
        return OptionalDouble.of((double) sameAt(Math.nextUp(highestRefused)) / same.length);
    }

    /** Number of scores below a threshold. */
    private static int below(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
