package org.lynceus.inference.internal.decode.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.face.Point;
import org.lynceus.model.api.role.TextRegion;

/** Sorts regions of text as they are read: rows from top to bottom, from left to right within a row. */
final class ReadingOrder {
    /** Regions share a row when their middles are closer than this share of the lower one's height. */
    private static final double CLOSE = 0.5;

    private static final double CORNERS = 4;

    private ReadingOrder() {}

    static List<TextRegion> sorted(List<TextRegion> regions) {
        List<TextRegion> fromTop = new ArrayList<>(regions);
        fromTop.sort(Comparator.comparingDouble(ReadingOrder::middle));
        List<TextRegion> sorted = new ArrayList<>(regions.size());
        List<TextRegion> row = new ArrayList<>();
        for (TextRegion region : fromTop) {
            if (!row.isEmpty() && !sameRow(row.get(0), region)) {
                endRow(row, sorted);
            }
            row.add(region);
        }
        endRow(row, sorted);
        return List.copyOf(sorted);
    }

    private static void endRow(List<TextRegion> row, List<TextRegion> sorted) {
        row.sort(Comparator.comparingDouble(region -> region.corners().get(0).x()));
        sorted.addAll(row);
        row.clear();
    }

    private static boolean sameRow(TextRegion one, TextRegion other) {
        return middle(other) - middle(one) < CLOSE * Math.min(height(one), height(other));
    }

    private static double middle(TextRegion region) {
        return region.corners().stream().mapToDouble(Point::y).sum() / CORNERS;
    }

    private static double height(TextRegion region) {
        List<Point> corners = region.corners();
        return (corners.get(3).y()
                        - corners.get(0).y()
                        + corners.get(2).y()
                        - corners.get(1).y())
                / 2.0;
    }
}
