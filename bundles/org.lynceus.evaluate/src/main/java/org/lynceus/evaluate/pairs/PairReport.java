package org.lynceus.evaluate.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.statistics.FoldedAccuracy;
import org.lynceus.evaluate.statistics.FoldedAccuracy.Fold;
import org.lynceus.evaluate.statistics.Verification;

/** Writes down what compared pairs show. */
final class PairReport {
    private static final double MATCH = 80;
    private static final double CERTAIN = 99;
    private static final List<Double> FARS = List.of(1e-1, 1e-2, 1e-3, 1e-4);
    private static final String FOLD = "fold";

    private PairReport() {}

    /** Adds the figures of all pairs. */
    static void write(Section section, PairComparer comparer, List<ScoredPair> scored) {
        Verification all = Scores.verification(scored);
        long missing =
                scored.stream().filter(pair -> pair.similarity().isEmpty()).count();
        section.fact("cut", "sources cut around their central face", Format.COUNT, comparer.cut())
                .fact("inseparable", "sources that could not be cut so", Format.COUNT, comparer.inseparable())
                .fact("same", "pairs of the same person", Format.COUNT, all.sameCount())
                .fact("different", "pairs of different people", Format.COUNT, all.differentCount())
                .fact("notCompared", "pairs not compared (count as different)", Format.COUNT, missing)
                .fact("accuracyAt80", "accuracy at similarity 80", Format.SHARE, all.accuracy(MATCH))
                .fact("bestAccuracy", "best accuracy", Format.SHARE, all.accuracy(all.bestThreshold()))
                .fact("bestThreshold", "  at similarity", Format.FINE, all.bestThreshold());
        folds(section, scored);
        thresholds(section, all, MATCH);
        thresholds(section, all, CERTAIN);
        section.table(tarAtFar(all, FARS));
    }

    /** How many pairs are at or above a similarity. */
    private static void thresholds(Section section, Verification all, double similarity) {
        int at = (int) similarity;
        section.fact("sameAt" + at, "same, at or above " + at, Format.COUNT, all.sameAt(similarity))
                .fact("differentAt" + at, "different, at or above " + at, Format.COUNT, all.differentAt(similarity));
    }

    /** A table of true accept rates for those false accept rates that the number of pairs can show. */
    static Table tarAtFar(Verification all, List<Double> fars) {
        Table table = new Table(
                "tarAtFar",
                "true accept rate at a false accept rate",
                List.of(new Column("far", "FAR", Format.POWER), new Column("tar", "TAR", Format.SHARE)));
        for (double far : fars) {
            all.tarAtFar(far).ifPresent(tar -> table.row(far, tar));
        }
        return table;
    }

    private static void folds(Section section, List<ScoredPair> scored) {
        Map<String, List<ScoredPair>> folds = new TreeMap<>(scored.stream()
                .collect(Collectors.groupingBy(pair -> pair.pair().column(FOLD))));
        if (folds.size() < 2) {
            return;
        }
        List<Fold> list = new ArrayList<>();
        for (List<ScoredPair> fold : folds.values()) {
            list.add(new Fold(scores(fold, true), scores(fold, false)));
        }
        FoldedAccuracy accuracy = FoldedAccuracy.of(list);
        section.fact("folds", "folds", Format.COUNT, accuracy.folds())
                .fact("foldedAccuracy", "  mean accuracy, threshold of the others", Format.SHARE, accuracy.mean())
                .fact("foldedError", "  standard error", Format.SHARE, accuracy.standardError());
    }

    private static List<Double> scores(List<ScoredPair> pairs, boolean same) {
        return pairs.stream()
                .filter(scored -> scored.pair().same() == same)
                .map(ScoredPair::score)
                .toList();
    }
}
