package org.lynceus.evaluate.landmarks;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;

/** Writes down how far landmarks lie off. */
final class LandmarkReport {
    private static final double PERCENT = 100;

    private LandmarkReport() {}

    /** Adds means per group and per landmark, in percent. */
    static void write(Section section, List<LandmarkError> errors) {
        Table groups = table(
                "means", "mean error in % of the distance of the outer corners of the eyes, and of their centres");
        for (Landmark.Group group : Landmark.Group.values()) {
            row(groups, group.label(), errors, error -> error.landmark().in(group));
        }
        Table single = table(
                "landmarks",
                "each landmark; off right and down: mean signed error in % of the distance of the outer corners");
        for (Landmark landmark : Landmark.values()) {
            row(single, landmark.wireName(), errors, error -> error.landmark() == landmark);
        }
        section.table(groups).table(single);
    }

    private static Table table(String key, String title) {
        return new Table(
                key,
                title,
                List.of(
                        new Column("landmark", "", Format.TEXT),
                        new Column("points", "points", Format.COUNT),
                        new Column("frontalByCorners", "corners, frontal", Format.NUMBER),
                        new Column("allByCorners", "corners, all", Format.NUMBER),
                        new Column("frontalByCentres", "centres, frontal", Format.NUMBER),
                        new Column("allByCentres", "centres, all", Format.NUMBER),
                        new Column("right", "off right", Format.NUMBER),
                        new Column("down", "off down", Format.NUMBER)));
    }

    private static void row(Table table, String name, List<LandmarkError> errors, Predicate<LandmarkError> wanted) {
        List<LandmarkError> all = errors.stream().filter(wanted).toList();
        List<LandmarkError> frontal =
                all.stream().filter(LandmarkError::frontal).toList();
        table.row(
                name,
                all.size(),
                percent(frontal, LandmarkError::byCorners),
                percent(all, LandmarkError::byCorners),
                percent(frontal, LandmarkError::byCentres),
                percent(all, LandmarkError::byCentres),
                percent(all, LandmarkError::right),
                percent(all, LandmarkError::down));
    }

    private static double percent(List<LandmarkError> errors, ToDoubleFunction<LandmarkError> figure) {
        return PERCENT * errors.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
