package org.lynceus.evaluate.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lynceus.client.picture.Picture;
import org.lynceus.client.report.Column;
import org.lynceus.client.report.Format;
import org.lynceus.client.report.Section;
import org.lynceus.client.report.Table;
import org.lynceus.evaluate.server.Detection;

/** Reports the pictures of which nothing can be said. */
public final class Misses {
    private Misses() {}

    /** Adds to a section how many pictures there are, and how many have no face or were refused, and why. */
    public static void report(Section section, Collection<Found> pictures) {
        List<Detection> detections = pictures.stream().map(Found::detection).toList();
        long empty = detections.stream()
                .filter(detection ->
                        detection.refusal().isEmpty() && detection.faces().isEmpty())
                .count();
        report(
                section,
                detections.size(),
                empty,
                detections.stream()
                        .flatMap(detection -> detection.refusal().stream())
                        .toList());
        enlarged(
                section,
                pictures.stream()
                        .filter(found ->
                                found.picture().filter(Picture::enlarged).isPresent())
                        .count());
    }

    /** Adds to a section how many pictures were sent enlarged. */
    public static void enlarged(Section section, long pictures) {
        section.fact("enlarged", "of them sent enlarged, a side below 80 pixels", Format.COUNT, pictures);
    }

    /**
     * Adds it to a section.
     *
     * @param pictures number of pictures
     * @param empty number of pictures without a face
     * @param refusals why pictures were refused or could not be read; one for each
     */
    public static void report(Section section, int pictures, long empty, List<String> refusals) {
        Map<String, Integer> reasons = new TreeMap<>();
        refusals.forEach(why -> reasons.merge(why, 1, Integer::sum));
        section.fact("pictures", "pictures", Format.COUNT, pictures)
                .fact("withoutFace", "of them without a face", Format.COUNT, empty)
                .fact("refused", "of them refused or unreadable", Format.COUNT, refusals.size());
        Table table = new Table(
                "refusals",
                "refused or unreadable",
                List.of(new Column("pictures", "pictures", Format.COUNT), new Column("reason", "reason", Format.TEXT)));
        reasons.forEach((reason, count) -> table.row(count, reason));
        section.table(table);
    }
}
