package org.lynceus.evaluate.celebrities;

import java.util.List;
import org.lynceus.evaluate.statistics.Proportion;

/**
 * How often names were right, wrong or missing.
 *
 * @param right probes of gallery people that got the right name
 * @param wrong probes of gallery people that got another name
 * @param unnamed probes of gallery people that got no name; also those without a face or refused
 * @param named strangers that got a name
 * @param strangers with a face
 */
record Tally(long right, long wrong, long unnamed, long named, long strangers) {
    /**
     * Counts.
     *
     * @param threshold confidence below which a name does not count, 0–100
     */
    static Tally of(List<Outcome> outcomes, double threshold) {
        List<Outcome> people =
                outcomes.stream().filter(outcome -> !outcome.stranger()).toList();
        List<Outcome> strangers = outcomes.stream()
                .filter(outcome -> outcome.stranger() && outcome.face().isPresent())
                .toList();
        long all = named(people, threshold);
        long right = named(people.stream().filter(Outcome::right).toList(), threshold);
        return new Tally(right, all - right, people.size() - all, named(strangers, threshold), strangers.size());
    }

    private static long named(List<Outcome> outcomes, double threshold) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.named().stream())
                .filter(person -> person.confidence() >= threshold)
                .count();
    }

    /** Number of probes of gallery people. */
    long people() {
        return right + wrong + unnamed;
    }

    /** Right names among the probes of gallery people. */
    Proportion rightShare() {
        return new Proportion(right, people());
    }

    /** Other names among the probes of gallery people. */
    Proportion wrongShare() {
        return new Proportion(wrong, people());
    }

    /** Missing names among the probes of gallery people. */
    Proportion unnamedShare() {
        return new Proportion(unnamed, people());
    }

    /** Names among the strangers with a face. */
    Proportion namedShare() {
        return new Proportion(named, strangers);
    }
}
