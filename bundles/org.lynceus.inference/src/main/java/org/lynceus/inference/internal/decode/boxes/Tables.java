package org.lynceus.inference.internal.decode.boxes;

import java.util.List;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;

/** Outputs read as tables: rows of some columns, whether or not there are axes of extent one around them. */
public final class Tables {
    private Tables() {}

    /** Whether the last axis has so many columns and there is an axis of rows before it. */
    public static boolean hasColumns(Tensor tensor, int columns) {
        return tensor.rank() >= 2 && tensor.axis(-1) == columns && rows(tensor) == tensor.axis(-2);
    }

    /** Rows of a table, all axes but the last together; 0 for an empty one. */
    public static int rows(Tensor tensor) {
        int columns = tensor.axis(-1);
        return columns == 0 ? 0 : tensor.size() / columns;
    }

    /** Whether it is a table of so many rows and columns. */
    public static boolean is(Tensor tensor, int rows, int columns) {
        return hasColumns(tensor, columns) && rows(tensor) == rows;
    }

    /** Outputs that are tables of so many rows and columns, in order. */
    public static List<Tensor> all(Outputs outputs, int rows, int columns) {
        return outputs.all(tensor -> is(tensor, rows, columns));
    }

    /**
     * The output that is a table of so many columns.
     *
     * @param meaning of the output, for the message
     * @throws IllegalArgumentException when there is none
     */
    public static Tensor require(Outputs outputs, String meaning, int columns) {
        return outputs.require(meaning + " [1, N, " + columns + "]", tensor -> hasColumns(tensor, columns));
    }

    /**
     * The output that is a table of so many rows and columns.
     *
     * @param meaning of the output, for the message
     * @throws IllegalArgumentException when there is none
     */
    public static Tensor require(Outputs outputs, String meaning, int rows, int columns) {
        return outputs.require(meaning + " [1, " + rows + ", " + columns + "]", tensor -> is(tensor, rows, columns));
    }
}
