package org.lynceus.gallerybuilder.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.lynceus.client.ToolException;
import org.lynceus.gallerybuilder.findings.Finding;
import org.lynceus.gallerybuilder.findings.Kind;
import org.lynceus.gallerybuilder.people.Person;

/** Finds people whose entries are so near that a search may confuse them. */
final class LookAlikes {
    /** How many pairs are told. */
    static final int MOST = 10_000;

    private static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::cosine)
            .reversed()
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second);

    private final PriorityQueue<Pair> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private long count;

    private LookAlikes() {}

    private record Pair(int first, int second, double cosine) {}

    /**
     * Finds them.
     *
     * @param people whose entries they are
     * @param entries vectors of one encoder
     * @param least cosine of a pair that is told
     * @return the nearest first, at most {@value #MOST} and one row for the rest
     * @throws ToolException when it is interrupted
     */
    static List<Finding> find(List<Person> people, List<float[]> entries, double least, PairSearch search)
            throws ToolException {
        LookAlikes pairs = new LookAlikes();
        search.search("comparing people", entries, least, pairs::take);
        List<Pair> sorted = new ArrayList<>(pairs.nearest);
        sorted.sort(NEAREST_FIRST);
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : sorted) {
            findings.add(new Finding(
                    Kind.LOOK_ALIKE,
                    people.get(pair.first).label(),
                    "",
                    String.format(
                            Locale.ROOT,
                            "looks like %s (cosine %.2f)",
                            people.get(pair.second).label(),
                            pair.cosine),
                    "one may be taken for the other, or neither be named"));
        }
        if (pairs.count > sorted.size()) {
            findings.add(new Finding(
                    Kind.LOOK_ALIKE,
                    "",
                    "",
                    pairs.count - sorted.size() + " further pairs look alike",
                    "see the nearest pairs first"));
        }
        return findings;
    }

    private void take(int first, int second, double cosine) {
        count++;
        nearest.add(new Pair(first, second, cosine));
        if (nearest.size() > MOST) {
            nearest.poll();
        }
    }
}
