package org.lynceus.inference.internal.decode.boxes;

import org.lynceus.inference.internal.decode.Tensor;

/**
 * Some rows and columns of a table.
 *
 * @param table the output
 * @param firstRow of the slice in the table
 * @param firstColumn of the slice in the table
 * @param columns of the slice
 */
public record Slice(Tensor table, int firstRow, int firstColumn, int columns) {
    /** A whole table. */
    public static Slice whole(Tensor table) {
        return new Slice(table, 0, 0, table.axis(-1));
    }

    /** The columns of a table from one on. */
    public static Slice columns(Tensor table, int first) {
        return new Slice(table, 0, first, table.axis(-1) - first);
    }

    /** The same columns, from a row on. */
    public Slice from(int row) {
        return new Slice(table, firstRow + row, firstColumn, columns);
    }

    /** Values of the table. */
    public float[] values() {
        return table.values();
    }

    /** Place of a row's first number among the values. */
    public int index(int row) {
        return (firstRow + row) * table.axis(-1) + firstColumn;
    }
}
