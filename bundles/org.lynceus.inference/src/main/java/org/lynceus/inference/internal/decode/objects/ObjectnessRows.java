package org.lynceus.inference.internal.decode.objects;

import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Selection;
import org.lynceus.inference.internal.decode.boxes.Tables;

/**
 * One output [1, N, 5 + C]: each row holds four numbers of a box, its objectness and the scores of its classes. The score
 * of a class is the product of both.
 *
 * @param classes of the graph
 * @param scores finds the classes of a row
 */
record ObjectnessRows(Classes classes, ClassScores scores) {
    private static final int OBJECTNESS = 4;
    private static final int BEFORE_CLASSES = 5;

    /** Reads the description. */
    static ObjectnessRows of(DecoderContext context, Selection selection) {
        return new ObjectnessRows(
                Classes.of(context, Classes.Background.NONE),
                ClassScores.ofEach(context, selection.threshold(), false));
    }

    /** The output. */
    Tensor find(Outputs outputs) {
        return Tables.require(
                outputs,
                "boxes, their objectness and the scores of " + classes.size() + " classes",
                BEFORE_CLASSES + classes.size());
    }

    /** Label of each class. */
    int[] labels(Tensor output) {
        return classes.ofColumns(output.axis(-1) - BEFORE_CLASSES, output);
    }

    /** Looks at a row. */
    void scan(Tensor output, int row, int[] labels, ClassScores.Found found) {
        int from = row * output.axis(-1);
        float objectness = scores.scoring().score(output.at(from + OBJECTNESS));
        scores.row(output.values(), from + BEFORE_CLASSES, labels, row, objectness, found);
    }
}
