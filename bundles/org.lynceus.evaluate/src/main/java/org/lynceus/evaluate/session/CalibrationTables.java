package org.lynceus.evaluate.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.statistics.Reliability;

/** Two tables of calibration: one row per attribute, and one per attribute and bin of confidence. For one thread. */
public final class CalibrationTables {
    private final List<Column> bins = List.of(
            new Column("attribute", "attribute", Format.TEXT),
            new Column("from", "from", Format.COUNT),
            new Column("to", "to", Format.COUNT),
            new Column("answers", "answers", Format.COUNT),
            new Column("confidence", "mean confidence", Format.NUMBER),
            new Column("accuracy", "accuracy", Format.NUMBER),
            new Column("gap", "gap", Format.NUMBER));
    private final List<Column> gaps = List.of(
            new Column("attribute", "attribute", Format.TEXT),
            new Column("largestGap", "largest gap", Format.NUMBER),
            new Column("meanGap", "mean gap", Format.NUMBER));
    private final Map<String, Reliability> attributes = new LinkedHashMap<>();

    /** Adds an attribute, unless there are no answers. */
    public void add(String attribute, List<Reliability.Answer> answers) {
        if (!answers.isEmpty()) {
            attributes.put(attribute, Reliability.of(answers));
        }
    }

    /**
     * Writes both tables.
     *
     * @param key beginning of their names in JSON
     * @param title end of their names for people
     */
    public void write(Section section, String key, String title) {
        Table summary = new Table(
                key + "Calibration",
                "calibration of " + title + ": largest gap of bins with " + Reliability.ENOUGH
                        + " answers or more, and weighted mean",
                gaps);
        Table detail = new Table(key + "Reliability", "reliability of " + title + ", by confidence", bins);
        attributes.forEach((attribute, reliability) -> {
            summary.row(attribute, reliability.largestGap().orElse(Double.NaN), reliability.meanGap());
            for (Reliability.Bin bin : reliability.bins()) {
                detail.row(attribute, bin.from(), bin.to(), bin.count(), bin.confidence(), bin.accuracy(), bin.gap());
            }
        });
        section.table(summary).table(detail);
    }
}
