package org.lynceus.inference.internal.decode.faces;

import java.util.Optional;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.MapTables;
import org.lynceus.inference.internal.decode.boxes.Slice;

/**
 * Points of faces, given relative to the cells of feature maps in sides of a cell: x and y of each, [n, 2 K].
 *
 * @param tables of the graph; points may be absent
 * @param offset of the anchor in its cell, 0–1
 */
record MapPoints(MapTables tables, double offset) {
    private static final int BOX = 4;
    private static final float[] NONE = {};

    /** Number of points of a face; 0 when the graph gives none. */
    int count() {
        return find(tables.maps().get(0)).map(slice -> slice.columns() / 2).orElse(0);
    }

    /** x and y of each point of a box, in pixels of the input. */
    float[] of(int box) {
        FeatureMap map = FeatureMap.of(tables.maps(), box);
        return find(map).map(points -> pixels(map, points, box)).orElse(NONE);
    }

    private Optional<Slice> find(FeatureMap map) {
        return tables.all(map, columns -> columns > BOX && columns % 2 == 0).stream()
                .findFirst();
    }

    private float[] pixels(FeatureMap map, Slice points, int box) {
        float[] pixels = new float[points.columns()];
        int from = points.index(box - map.first());
        for (int i = 0; i < pixels.length; i++) {
            double anchor = (i % 2 == 0 ? map.column(box) : map.row(box)) + offset;
            pixels[i] = (float) ((anchor + points.values()[from + i]) * map.stride());
        }
        return pixels;
    }
}
