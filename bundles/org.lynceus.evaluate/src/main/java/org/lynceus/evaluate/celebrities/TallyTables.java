package org.lynceus.evaluate.celebrities;

import java.util.List;
import java.util.Map;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.dataset.Groups;
import org.lynceus.evaluate.statistics.Proportion;

/** Tables of right, wrong and missing names. */
final class TallyTables {
    private static final List<Double> THRESHOLDS = List.of(0.0, 50.0, 80.0, 90.0, 95.0, 99.0, 99.9);
    private static final String INTERVAL = "; low and high: 95 % interval";

    private TallyTables() {}

    /** Adds who got which name, and what thresholds would change. */
    static void add(Section section, List<Outcome> outcomes) {
        Tally tally = Tally.of(outcomes, 0);
        Table names = new Table(
                "names",
                "names" + INTERVAL,
                List.of(
                        new Column("what", "", Format.TEXT),
                        new Column("count", "pictures", Format.COUNT),
                        new Column("total", "of", Format.COUNT),
                        new Column("share", "share", Format.SHARE),
                        new Column("low", "low", Format.SHARE),
                        new Column("high", "high", Format.SHARE)));
        if (tally.people() > 0) {
            row(names, "gallery people, right name", tally.rightShare());
            row(names, "gallery people, wrong name", tally.wrongShare());
            row(names, "gallery people, not named", tally.unnamedShare());
        }
        if (tally.strangers() > 0) {
            row(names, "strangers, named", tally.namedShare());
        }
        section.table(names);
        Table thresholds = table(
                "thresholds",
                "with names of a MatchConfidence at or above",
                new Column("confidence", "confidence", Format.NUMBER));
        for (double threshold : THRESHOLDS) {
            row(thresholds, threshold, Tally.of(outcomes, threshold));
        }
        section.table(thresholds);
    }

    /** One row per group of a column's values. */
    static Table breakdown(String column, List<Outcome> outcomes) {
        Table table = table("by_" + column, "by " + column, new Column("group", column, Format.TEXT));
        Map<String, List<Outcome>> groups =
                Groups.of(outcomes, outcome -> outcome.probe().column(column));
        groups.forEach((group, members) -> row(table, group, Tally.of(members, 0)));
        return table;
    }

    private static Table table(String key, String title, Column first) {
        return new Table(
                key,
                title + INTERVAL,
                List.of(
                        first,
                        new Column("right", "right", Format.COUNT),
                        new Column("wrong", "wrong", Format.COUNT),
                        new Column("notNamed", "not named", Format.COUNT),
                        new Column("rightShare", "share right", Format.SHARE),
                        new Column("rightLow", "low", Format.SHARE),
                        new Column("rightHigh", "high", Format.SHARE),
                        new Column("strangers", "strangers", Format.COUNT),
                        new Column("named", "named", Format.COUNT),
                        new Column("namedShare", "share named", Format.RATE),
                        new Column("namedLow", "low", Format.RATE),
                        new Column("namedHigh", "high", Format.RATE)));
    }

    private static void row(Table table, Object first, Tally tally) {
        Proportion right = tally.rightShare();
        Proportion named = tally.namedShare();
        table.row(
                first,
                tally.right(),
                tally.wrong(),
                tally.unnamed(),
                right.share(),
                right.low(),
                right.high(),
                tally.strangers(),
                tally.named(),
                named.share(),
                named.low(),
                named.high());
    }

    private static void row(Table table, String what, Proportion share) {
        table.row(what, share.count(), share.total(), share.share(), share.low(), share.high());
    }
}
