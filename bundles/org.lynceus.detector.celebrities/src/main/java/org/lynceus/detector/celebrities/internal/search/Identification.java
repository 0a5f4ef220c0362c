package org.lynceus.detector.celebrities.internal.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides whose face a face is, or that nobody can tell. Immutable and thread-safe.
 *
 * <p>Let {@code r(x)} be the share of the pairs of different people that are as near as {@code x} or nearer, {@code N} the
 * number of people who are searched, {@code d1} the distance to the nearest one and {@code d2} that to the nearest other
 * one. A stranger comes as near as {@code d1} to somebody with a probability of at most {@code N · r(d1)} (the sum
 * over the people; the search multiplies the false matches of a comparison by their number). The face is named only if
 *
 * <ul>
 *   <li>{@code N · r(d1) <= strangers}, so that at most this share of the strangers is named, however large the galleries
 *       are, and
 *   <li>{@code r(d1) <= r(d2) / margin}, so that nobody is named where two people are nearly equally likely.
 * </ul>
 *
 * <p><b>Confidence.</b> By Bayes' rule, the probability that the nearest person is the right one is
 * {@code 1 / (1 + o + s)}, {@code o} being the odds of "another person of the galleries" and {@code s} those of "a
 * stranger" against it.
 *
 * <ul>
 *   <li>{@code s}: taken per decade of {@code r}, a stranger's nearest person lies at {@code d1} with the density
 *       {@code d(N · r) / d(log10 r) = ln 10 · N · r(d1)}. Near the threshold, pairs of one person have a density of about
 *       {@value #SAME_PERSON_DENSITY} per decade. Where nothing is known of who is in the picture, strangers and people of
 *       the galleries are held equally likely. So {@code s = ln 10 / 0.05 · N · r(d1) = 46 · N · r(d1)}.
 *   <li>{@code o}: were the second person the right one, then the first would be a false match at {@code d1}, and vice
 *       versa: with the density of pairs of one person the same at both distances, it cancels out and leaves the false
 *       matches, {@code o = r(d1) / r(d2)}.
 * </ul>
 *
 * @param strangers share of the strangers that may be named, above 0, at most 1
 * @param margin how many times rarer a false match at the nearest person's distance must be than one at the second's, at
 *     least 1
 */
public record Identification(double strangers, double margin) {
    /** One stranger of a thousand, and ten times rarer than the second. */
    public static final Identification DEFAULT = new Identification(0.001, 10);

    /** Share of the pairs of one person whose rate lies in one decade, near the threshold. */
    static final double SAME_PERSON_DENSITY = 0.05;

    /** {@code ln 10 / 0.05}, rounded. */
    private static final double STRANGER_ODDS = 46;

    private static final double CERTAIN = 100;

    private static final Comparator<Candidate> NEAREST =
            Comparator.comparingDouble(Candidate::rate).thenComparingDouble(Candidate::distance);

    /** Checks the ranges. */
    public Identification {
        if (!(strangers > 0 && strangers <= 1)) {
            throw new IllegalArgumentException("strangers.named is above 0 and at most 1, not " + strangers);
        }
        if (!(margin >= 1) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("margin is at least 1, not " + margin);
        }
    }

    /** Compares the entries of two people. */
    @FunctionalInterface
    public interface Entries {
        /**
         * How seldom the entries of two different people are as near as these.
         *
         * @return 0–1; 1 when the entries cannot be compared
         */
        double rate(Candidate one, Candidate other);
    }

    /**
     * A face's name.
     *
     * @param person whose face it is
     * @param confidence that it is so, 0–100
     */
    public record Identified(Candidate person, float confidence) {}

    /**
     * Decides whose face it is.
     *
     * @param people how many different people are searched
     * @param candidates the nearest people of every gallery, in any order
     * @param entries compares entries of two galleries, so that one person who is in both under two ids does not stand
     *     in their own way
     * @return nobody when no one is near enough or two are nearly equally near
     */
    public Optional<Identified> decide(int people, Collection<Candidate> candidates, Entries entries) {
        List<Candidate> sorted = candidates.stream().sorted(NEAREST).toList();
        if (sorted.isEmpty() || !unlikely(people, sorted.get(0).rate())) {
            return Optional.empty();
        }
        Candidate first = sorted.get(0);
        double second = sorted.stream()
                .filter(other -> !other.samePerson(first))
                .filter(other -> other.gallery() == first.gallery() || !unlikely(people, entries.rate(first, other)))
                .mapToDouble(Candidate::rate)
                .findFirst()
                .orElse(1);
        if (!(first.rate() <= second / margin)) {
            return Optional.empty();
        }
        return Optional.of(new Identified(first, confidence(people, first.rate(), second)));
    }

    private boolean unlikely(int people, double rate) {
        return people * rate <= strangers;
    }

    /**
     * Probability that the nearest person is the right one.
     *
     * @param people how many different people are searched
     * @param first rate of the nearest person, 0–1
     * @param second rate of the nearest other person, not below the first
     * @return 0–100
     */
    static float confidence(int people, double first, double second) {
        if (first <= 0) {
            return (float) CERTAIN;
        }
        double odds = first / second + STRANGER_ODDS * people * first;
        return (float) Math.max(0, Math.min(CERTAIN, CERTAIN / (1 + odds)));
    }
}
