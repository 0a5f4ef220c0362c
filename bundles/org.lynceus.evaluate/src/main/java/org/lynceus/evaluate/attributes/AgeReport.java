package org.lynceus.evaluate.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.server.AgeRange;
import org.lynceus.evaluate.statistics.AgeScore;
import org.lynceus.evaluate.statistics.AgeScore.Guess;

/** Writes down how well ages are judged. */
final class AgeReport {
    private static final int DECADE = 10;

    private AgeReport() {}

    /** Adds a table of all ages and by decade, when there are labels. */
    static void write(Section section, List<LabelledFace> faces) {
        List<Guess> guesses = new ArrayList<>();
        int labels = 0;
        for (LabelledFace face : faces) {
            Optional<Double> truth = face.labels().age();
            Optional<AgeRange> range = face.face().age();
            labels += truth.isPresent() ? 1 : 0;
            if (truth.isPresent() && range.isPresent()) {
                guesses.add(
                        new Guess(truth.get(), range.get().low(), range.get().high()));
            }
        }
        if (labels == 0) {
            return;
        }
        section.fact("ageLabels", "labels of age", Format.COUNT, labels)
                .fact("ageAnswers", "  of them answered", Format.COUNT, guesses.size());
        Table table = new Table(
                "age",
                "age in years; error of the middle of AgeRange",
                List.of(
                        new Column("years", "true age", Format.TEXT),
                        new Column("answers", "answers", Format.COUNT),
                        new Column("meanError", "mean error", Format.NUMBER),
                        new Column("bias", "too old by", Format.NUMBER),
                        new Column("inside", "inside AgeRange", Format.SHARE),
                        new Column("width", "mean width", Format.NUMBER)));
        if (!guesses.isEmpty()) {
            row(table, "all", guesses);
        }
        new TreeMap<>(guesses.stream().collect(Collectors.groupingBy(guess -> (int) (guess.truth() / DECADE))))
                .forEach((decade, some) -> row(table, DECADE * decade + "-" + (DECADE * decade + DECADE - 1), some));
        section.table(table);
    }

    private static void row(Table table, String years, List<Guess> guesses) {
        AgeScore score = AgeScore.of(guesses);
        table.row(years, score.count(), score.meanError(), score.bias(), score.inside(), score.meanWidth());
    }
}
