package org.lynceus.evaluate.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.dataset.Trait;
import org.lynceus.evaluate.server.Reported;
import org.lynceus.evaluate.session.CalibrationTables;
import org.lynceus.evaluate.statistics.BinaryScore;
import org.lynceus.evaluate.statistics.Judgement;
import org.lynceus.evaluate.statistics.Reliability;

/** Writes down how well attributes with two values are judged. */
final class TraitReport {
    private TraitReport() {}

    /** Adds a table of all such attributes that have labels, and one of their reliability. */
    static void write(Section section, List<LabelledFace> faces) {
        Table table = new Table(
                "traits",
                "attributes with two values; true of gender: male",
                List.of(
                        new Column("attribute", "attribute", Format.TEXT),
                        new Column("labels", "labels", Format.COUNT),
                        new Column("answers", "answers", Format.COUNT),
                        new Column("positives", "true", Format.COUNT),
                        new Column("balancedAccuracy", "balanced accuracy", Format.SHARE),
                        new Column("accuracy", "accuracy", Format.SHARE),
                        new Column("truePositiveRate", "right if true", Format.SHARE),
                        new Column("trueNegativeRate", "right if false", Format.SHARE),
                        new Column("auc", "AUC", Format.SHARE)));
        CalibrationTables calibration = new CalibrationTables();
        for (Trait trait : Trait.values()) {
            long labels = faces.stream()
                    .filter(face -> face.labels().traits().containsKey(trait))
                    .count();
            if (labels > 0) {
                List<Judgement> judgements = judgements(trait, faces);
                BinaryScore score = BinaryScore.of(judgements);
                table.row(
                        trait.label(),
                        labels,
                        score.count(),
                        score.positives(),
                        score.balancedAccuracy(),
                        score.accuracy(),
                        score.truePositiveRate(),
                        score.trueNegativeRate(),
                        score.auc());
                calibration.add(trait.label(), answers(judgements));
            }
        }
        section.table(table);
        calibration.write(section, "traits", "attributes with two values");
    }

    private static List<Judgement> judgements(Trait trait, List<LabelledFace> faces) {
        List<Judgement> judgements = new ArrayList<>();
        for (LabelledFace face : faces) {
            Optional<Boolean> truth = Optional.ofNullable(face.labels().traits().get(trait));
            Optional<Reported> reported = trait.of(face.face());
            if (truth.isPresent() && reported.isPresent()) {
                judgements.add(new Judgement(
                        truth.get(), reported.get().value(), reported.get().score()));
            }
        }
        return judgements;
    }

    private static List<Reliability.Answer> answers(List<Judgement> judgements) {
        return judgements.stream()
                .map(judgement -> new Reliability.Answer(
                        new Reported(judgement.reported(), judgement.score()).score(),
                        judgement.reported() == judgement.truth()))
                .toList();
    }
}
