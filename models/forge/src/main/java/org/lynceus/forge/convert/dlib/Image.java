package org.lynceus.forge.convert.dlib;

import java.util.List;

/**
 * A value of the graph under construction.
 *
 * @param name its name
 * @param channels number of channels
 * @param rows number of rows
 * @param columns number of columns
 * @param flat whether it is [N, values] instead of [N, channels, rows, columns]
 */
record Image(String name, int channels, int rows, int columns, boolean flat) {
    /** The same shape under another name. */
    Image named(String other) {
        return new Image(other, channels, rows, columns, flat);
    }

    /** The number of values. */
    int size() {
        return channels * rows * columns;
    }

    /** The shape for a batch. */
    List<Long> shape(long batch) {
        return flat ? List.of(batch, (long) size()) : List.of(batch, (long) channels, (long) rows, (long) columns);
    }
}
