package org.lynceus.evaluate.celebrities;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.dataset.Identity;
import org.lynceus.evaluate.server.Named;
import org.lynceus.evaluate.session.CalibrationTables;
import org.lynceus.evaluate.session.Misses;
import org.lynceus.evaluate.statistics.Quantiles;
import org.lynceus.evaluate.statistics.Reliability;

/** Writes down who got which name. */
final class CelebrityReport {
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final int WORST = 20;

    private final List<Outcome> outcomes;

    /** Creates it. */
    CelebrityReport(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /**
     * Everything about all probes.
     *
     * @param unknown number of people whose ids no gallery has
     */
    Section section(long unknown) {
        Section section = new Section("celebrities", "Celebrities (RecognizeCelebrities)");
        Misses.report(
                section,
                outcomes.size(),
                count(outcome -> outcome.refusal().isEmpty() && outcome.face().isEmpty()),
                outcomes.stream().flatMap(outcome -> outcome.refusal().stream()).toList());
        Misses.enlarged(section, count(Outcome::enlarged));
        people(section, unknown);
        TallyTables.add(section, outcomes);
        worst(section, "wrongNames", "gallery people with a wrong name", outcome -> !outcome.stranger());
        worst(section, "namedStrangers", "strangers with a name", Outcome::stranger);
        CalibrationTables calibration = new CalibrationTables();
        calibration.add(
                "MatchConfidence",
                outcomes.stream()
                        .flatMap(outcome -> outcome.named().stream()
                                .map(person -> new Reliability.Answer(person.confidence(), outcome.right())))
                        .toList());
        calibration.write(section, "names", "names");
        return section;
    }

    private void people(Section section, long unknown) {
        Quantiles millis = new Quantiles(outcomes.stream()
                .mapToDouble(Outcome::millis)
                .filter(Double::isFinite)
                .toArray());
        section.fact(
                        "people",
                        "people of the gallery",
                        Format.COUNT,
                        outcomes.stream()
                                .flatMap(outcome -> outcome.probe().person().stream())
                                .distinct()
                                .count())
                .fact("unknownIds", "of them with an id that no gallery has", Format.COUNT, unknown)
                .fact("probes", "pictures of gallery people", Format.COUNT, count(outcome -> !outcome.stranger()))
                .fact(
                        "probesWithoutFace",
                        "of them without a face or refused (not named)",
                        Format.COUNT,
                        count(outcome -> !outcome.stranger() && outcome.face().isEmpty()))
                .fact("strangers", "pictures of strangers", Format.COUNT, count(Outcome::stranger))
                .fact(
                        "strangersWithoutFace",
                        "of them without a face or refused (left out)",
                        Format.COUNT,
                        count(outcome -> outcome.stranger() && outcome.face().isEmpty()))
                .fact("medianMillis", "time per picture in ms, median", Format.NUMBER, millis.at(MEDIAN))
                .fact("p95Millis", "time per picture in ms, 95 % are faster", Format.NUMBER, millis.at(MOST));
    }

    private void worst(Section section, String key, String title, Predicate<Outcome> group) {
        Table table = new Table(
                key,
                title + ", the surest first, " + WORST + " at most",
                List.of(
                        new Column("confidence", "MatchConfidence", Format.NUMBER),
                        new Column("name", "name", Format.TEXT),
                        new Column("id", "id", Format.TEXT),
                        new Column("truth", "label", Format.TEXT),
                        new Column("image", "image", Format.TEXT)));
        outcomes.stream()
                .filter(group)
                .filter(outcome -> outcome.named().isPresent() && !outcome.right())
                .sorted(Comparator.comparingDouble(CelebrityReport::confidence).reversed())
                .limit(WORST)
                .forEach(outcome -> row(table, outcome));
        section.table(table);
    }

    private static void row(Table table, Outcome outcome) {
        Optional<Named> named = outcome.named();
        named.ifPresent(person -> table.row(
                person.confidence(),
                person.name(),
                person.id(),
                outcome.probe().person().map(Identity::label).orElse("-"),
                outcome.probe().name()));
    }

    private static double confidence(Outcome outcome) {
        return outcome.named().map(Named::confidence).orElse(0.0);
    }

    private long count(Predicate<Outcome> which) {
        return outcomes.stream().filter(which).count();
    }
}
