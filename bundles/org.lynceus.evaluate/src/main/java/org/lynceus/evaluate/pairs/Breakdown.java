package org.lynceus.evaluate.pairs;

import java.util.List;
import java.util.Map;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.dataset.Groups;
import org.lynceus.evaluate.statistics.Verification;

/** Figures of pairs by a column of their file. */
final class Breakdown {
    private static final double MATCH = 80;

    private Breakdown() {}

    /** One row per group of the column's values. */
    static Table table(String column, List<ScoredPair> scored) {
        Table table = new Table(
                "by_" + column,
                "by " + column + ", at similarity 80",
                List.of(
                        new Column("group", column, Format.TEXT),
                        new Column("same", "same", Format.COUNT),
                        new Column("different", "different", Format.COUNT),
                        new Column("notCompared", "not compared", Format.COUNT),
                        new Column("accuracy", "accuracy", Format.SHARE),
                        new Column("tar", "TAR", Format.SHARE),
                        new Column("far", "FAR", Format.SHARE),
                        new Column("tarAtFar1e-2", "TAR at FAR 1e-2", Format.SHARE),
                        new Column("tarAtFar1e-3", "TAR at FAR 1e-3", Format.SHARE)));
        for (Map.Entry<String, List<ScoredPair>> group :
                Groups.of(scored, pair -> pair.pair().column(column)).entrySet()) {
            Verification figures = Scores.verification(group.getValue());
            table.row(
                    group.getKey(),
                    figures.sameCount(),
                    figures.differentCount(),
                    group.getValue().stream()
                            .filter(pair -> pair.similarity().isEmpty())
                            .count(),
                    figures.accuracy(MATCH),
                    figures.tar(MATCH),
                    figures.far(MATCH),
                    figures.tarAtFar(1e-2).orElse(Double.NaN),
                    figures.tarAtFar(1e-3).orElse(Double.NaN));
        }
        return table;
    }
}
