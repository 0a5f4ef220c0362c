package org.lynceus.evaluate.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** Chooses pairs from which the relation of cosine and similarity can be told. */
final class Sampler {
    private static final int BINS = 100;
    private static final int PER_BIN = 3;
    private static final int NEAR = 25;
    private static final long SEED = 1;

    private final CosinePairs pairs;

    /** Creates it. */
    Sampler(CosinePairs pairs) {
        this.pairs = pairs;
    }

    /** Up to three pairs of each hundredth of the range of cosines, at random but always the same. */
    List<SamplePair> spread() {
        DoubleSummaryStatistics range = new DoubleSummaryStatistics();
        pairs.forEach((first, second, cosine) -> range.accept(cosine));
        double width = (range.getMax() - range.getMin()) / BINS;
        List<List<SamplePair>> bins = new ArrayList<>();
        int[] seen = new int[BINS];
        for (int i = 0; i < BINS; i++) {
            bins.add(new ArrayList<>());
        }
        Random random = new Random(SEED);
        pairs.forEach((first, second, cosine) -> {
            if (pairs.picture(first).largest()) {
                int bin = Math.min(BINS - 1, (int) ((cosine - range.getMin()) / width));
                SamplePair pair = new SamplePair(first, second, cosine);
                // Reservoir sampling: every pair of a bin has the same chance.
                int place = seen[bin] < PER_BIN ? seen[bin] : random.nextInt(seen[bin] + 1);
                if (seen[bin] < PER_BIN) {
                    bins.get(bin).add(pair);
                } else if (place < PER_BIN) {
                    bins.get(bin).set(place, pair);
                }
                seen[bin]++;
            }
        });
        return bins.stream().flatMap(List::stream).toList();
    }

    /** The pairs nearest to a cosine, 25 below it and 25 at or above it. */
    List<SamplePair> near(double cosine) {
        Comparator<SamplePair> byDistance =
                Comparator.comparingDouble((SamplePair pair) -> Math.abs(pair.cosine() - cosine));
        PriorityQueue<SamplePair> below = new PriorityQueue<>(byDistance.reversed());
        PriorityQueue<SamplePair> above = new PriorityQueue<>(byDistance.reversed());
        pairs.forEach((first, second, value) -> {
            if (pairs.picture(first).largest()) {
                PriorityQueue<SamplePair> side = value < cosine ? below : above;
                if (side.size() < NEAR
                        || Math.abs(value - cosine) < Math.abs(side.peek().cosine() - cosine)) {
                    side.add(new SamplePair(first, second, value));
                    if (side.size() > NEAR) {
                        side.remove();
                    }
                }
            }
        });
        List<SamplePair> both = new ArrayList<>(below);
        both.addAll(above);
        return both;
    }
}
