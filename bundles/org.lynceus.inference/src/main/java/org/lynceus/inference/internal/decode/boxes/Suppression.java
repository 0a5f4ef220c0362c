package org.lynceus.inference.internal.decode.boxes;

import java.util.Arrays;

/**
 * Greedy non-maximum suppression: of boxes that overlap only the best stays. Thread-safe.
 *
 * @param iou intersection over union above which the weaker of two boxes goes; 1 or more keeps all
 * @param across whether boxes of different classes suppress each other
 * @param max boxes that stay at most
 */
public record Suppression(double iou, boolean across, int max) {
    /** Only so many of the best boxes are looked at, so that a graph that finds something everywhere takes no minutes. */
    private static final int CONSIDERED = 30_000;

    /** Checks the numbers. */
    public Suppression {
        if (!(iou >= 0) || max < 1) {
            throw new IllegalArgumentException("suppression at " + iou + ", at most " + max);
        }
    }

    /** Indices of the candidates that stay, best first; of two with the same score the one that was added first. */
    public int[] best(Candidates candidates) {
        int[] sorted = sorted(candidates);
        if (iou >= 1) {
            return Arrays.copyOf(sorted, Math.min(max, sorted.length));
        }
        int[] kept = new int[Math.min(max, sorted.length)];
        int count = 0;
        for (int i = 0; i < sorted.length && count < kept.length; i++) {
            if (!suppressed(candidates, sorted[i], kept, count)) {
                kept[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private boolean suppressed(Candidates candidates, int candidate, int[] kept, int count) {
        int label = candidates.label(candidate);
        for (int k = 0; k < count; k++) {
            boolean rival = across || candidates.label(kept[k]) == label;
            if (rival && candidates.iou(kept[k], candidate) > iou) {
                return true;
            }
        }
        return false;
    }

    /** Sorts numbers whose upper half falls with the score and whose lower half is the index. */
    private static int[] sorted(Candidates candidates) {
        long[] keys = new long[candidates.size()];
        for (int i = 0; i < keys.length; i++) {
            // Bits of positive floats are ordered as the floats are.
            int falling = Integer.MAX_VALUE - Float.floatToIntBits(candidates.score(i));
            keys[i] = (long) falling << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        int[] indices = new int[Math.min(CONSIDERED, keys.length)];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (int) keys[i];
        }
        return indices;
    }
}
