package org.lynceus.inference.internal.decode.objects;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Tensor;

/**
 * The classes that a graph scores: which column of its output is which label. Label files may have rows that stand for no
 * class, as the ten unused numbers of COCO's 90; nothing of these is reported.
 *
 * @param labels names of the classes
 * @param background where the column of "nothing" is
 */
record Classes(List<String> labels, Background background) {
    private static final Set<String> PLACEHOLDERS = Set.of("", "???", "N/A", "n/a");

    /** A column that stands for "nothing". */
    enum Background {
        /** There is none. */
        NONE,
        /** The first; the labels may name it too. */
        FIRST,
        /** The last; the labels may name it too. */
        LAST
    }

    Classes {
        labels = List.copyOf(labels);
    }

    /** Reads {@code labels} and {@code background}. */
    static Classes of(DecoderContext context, Background absent) {
        return new Classes(context.labels(), context.choice("background", absent));
    }

    /** Number of labels. */
    int size() {
        return labels.size();
    }

    /** Whether an output may have so many columns. */
    boolean fits(int columns) {
        return columns == labels.size() || background != Background.NONE && columns == labels.size() + 1;
    }

    /** The column counts that fit, for messages. */
    String columns() {
        return background == Background.NONE ? "" + size() : size() + " or " + (size() + 1);
    }

    /** Name of a label. */
    String name(int label) {
        return labels.get(label);
    }

    /** Whether a label stands for a class; also false for numbers that are none. */
    boolean real(int label) {
        return label >= 0
                && label < labels.size()
                && !PLACEHOLDERS.contains(labels.get(label).trim());
    }

    /**
     * The label of each column, −1 for columns that stand for no class.
     *
     * @param columns of the output
     * @param output for the message
     * @throws IllegalArgumentException when they do not fit the labels
     */
    int[] ofColumns(int columns, Tensor output) {
        if (!fits(columns)) {
            throw new IllegalArgumentException("labels has " + size() + " names, output " + output + " scores "
                    + columns + " classes, not " + columns());
        }
        int[] map = new int[columns];
        boolean unnamed = columns == labels.size() + 1;
        Arrays.setAll(map, column -> {
            int label = unnamed && background == Background.FIRST ? column - 1 : column;
            return column != nothing(columns) && real(label) ? label : -1;
        });
        return map;
    }

    private int nothing(int columns) {
        return switch (background) {
            case NONE -> -1;
            case FIRST -> 0;
            case LAST -> columns - 1;
        };
    }
}
