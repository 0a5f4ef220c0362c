package org.lynceus.evaluate.rotations;

import java.util.List;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.session.Misses;

/** Writes down what turning pictures does. */
final class RotationReport {
    private static final int TURNS = 4;
    private static final int DEGREES = 90;

    private RotationReport() {}

    /** One row per direction, and one of the three that are not upright. */
    static Section section(List<PictureTurns> pictures) {
        List<Turned> turned =
                pictures.stream().flatMap(picture -> picture.turned().stream()).toList();
        Section section = new Section("rotations", "Rotations (DetectFaces)");
        Misses.report(
                section,
                pictures.size(),
                turned.stream()
                        .filter(picture -> picture.quarters() == 0 && picture.upright() == 0)
                        .count(),
                pictures.stream().flatMap(picture -> picture.refusal().stream()).toList());
        Table table = new Table(
                "turns",
                "faces found against upright; OrientationCorrection of pictures in which faces are found",
                List.of(
                        new Column("degrees", "turned by", Format.TEXT),
                        new Column("upright", "faces upright", Format.COUNT),
                        new Column("found", "of them found", Format.COUNT),
                        new Column("share", "share", Format.SHARE),
                        new Column("further", "other faces", Format.COUNT),
                        new Column("judged", "pictures", Format.COUNT),
                        new Column("oriented", "with orientation", Format.COUNT),
                        new Column("right", "right", Format.COUNT),
                        new Column("rightShare", "share right", Format.SHARE)));
        for (int quarters = 0; quarters < TURNS; quarters++) {
            int wanted = quarters;
            row(
                    table,
                    Integer.toString(DEGREES * quarters),
                    turned.stream()
                            .filter(picture -> picture.quarters() == wanted)
                            .toList());
        }
        row(
                table,
                "90-270",
                turned.stream().filter(picture -> picture.quarters() > 0).toList());
        return section.table(table);
    }

    private static void row(Table table, String name, List<Turned> pictures) {
        int upright = pictures.stream().mapToInt(Turned::upright).sum();
        int found = pictures.stream().mapToInt(Turned::found).sum();
        List<Turned> judged = pictures.stream().filter(Turned::judged).toList();
        long right = judged.stream().filter(Turned::right).count();
        table.row(
                name,
                upright,
                found,
                (double) found / upright,
                pictures.stream().mapToInt(Turned::further).sum(),
                judged.size(),
                judged.stream()
                        .filter(picture -> picture.orientation().isPresent())
                        .count(),
                right,
                (double) right / judged.size());
    }
}
