package org.lynceus.evaluate.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.dataset.Emotion;
import org.lynceus.evaluate.session.CalibrationTables;
import org.lynceus.evaluate.statistics.Confusion;
import org.lynceus.evaluate.statistics.Reliability;

/** Writes down how well emotions are judged: the strongest of those that labels know. */
final class EmotionReport {
    private static final List<Emotion> ALL = List.of(Emotion.values());
    private static final List<Emotion> BASIC =
            Stream.of(Emotion.values()).filter(Emotion::basic).toList();

    private EmotionReport() {}

    /** Adds figures over six and seven classes, a confusion matrix and the reliability, when there are labels. */
    static void write(Section section, List<LabelledFace> faces) {
        long labels = faces.stream()
                .filter(face -> face.labels().emotion().isPresent())
                .count();
        if (labels == 0) {
            return;
        }
        Confusion basic = confusion(faces, BASIC);
        Confusion all = confusion(faces, ALL);
        section.fact("emotionLabels", "labels of emotion", Format.COUNT, labels)
                .fact("emotionAnswers", "  of them answered", Format.COUNT, all.total())
                .fact("emotionAccuracy6", "emotions, accuracy over 6 basic ones", Format.SHARE, basic.accuracy())
                .fact("emotionRecall6", "  mean recall", Format.SHARE, basic.meanRecall())
                .fact("emotionAccuracy7", "emotions, accuracy with CALM for neutral", Format.SHARE, all.accuracy())
                .fact("emotionRecall7", "  mean recall", Format.SHARE, all.meanRecall());
        if (all.total() > 0) {
            section.table(matrix(all));
        }
        CalibrationTables calibration = new CalibrationTables();
        calibration.add("strongest of 7", answers(faces));
        calibration.write(section, "emotions", "emotions");
    }

    private static Confusion confusion(List<LabelledFace> faces, List<Emotion> classes) {
        Confusion confusion = new Confusion(classes.stream().map(Enum::name).toList());
        for (LabelledFace face : faces) {
            Optional<Emotion> truth = face.labels().emotion().filter(classes::contains);
            Optional<Emotion> reported = Emotion.strongest(face.face().emotions(), classes);
            if (truth.isPresent() && reported.isPresent()) {
                confusion.add(truth.get().name(), reported.get().name());
            }
        }
        return confusion;
    }

    private static List<Reliability.Answer> answers(List<LabelledFace> faces) {
        List<Reliability.Answer> answers = new ArrayList<>();
        for (LabelledFace face : faces) {
            Map<String, Double> confidences = face.face().emotions();
            Optional<Emotion> reported = Emotion.strongest(confidences, ALL);
            if (face.labels().emotion().isPresent() && reported.isPresent()) {
                answers.add(new Reliability.Answer(
                        confidences.get(reported.get().name()),
                        reported.equals(face.labels().emotion())));
            }
        }
        return answers;
    }

    private static Table matrix(Confusion confusion) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("truth", "truth \\ answer", Format.TEXT));
        confusion.classes().forEach(name -> columns.add(new Column(name, name, Format.COUNT)));
        Table table = new Table("emotionConfusion", "emotions: what is taken for what", columns);
        for (String truth : confusion.classes()) {
            Stream<Object> counts = confusion.classes().stream().map(name -> confusion.count(truth, name));
            table.row(Stream.concat(Stream.of(truth), counts).toArray());
        }
        return table;
    }
}
