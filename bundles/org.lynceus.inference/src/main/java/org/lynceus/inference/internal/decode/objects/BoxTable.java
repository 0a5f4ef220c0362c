package org.lynceus.inference.internal.decode.objects;

import java.util.List;
import java.util.Locale;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;
import org.lynceus.inference.internal.decode.boxes.Tables;

/**
 * Finds boxes [1, N, 4] among the outputs. Scores of four classes have the same shape: where the description does not name
 * the outputs, in the order of the family, a name with "box" in it decides.
 *
 * @param ordered whether the description names the outputs
 * @param last whether the family has its boxes behind the scores
 */
record BoxTable(boolean ordered, boolean last) {
    private static final int SIDES = 4;

    /** Reads {@code outputs}. */
    static BoxTable of(DecoderContext context, boolean last) {
        return new BoxTable(context.has("outputs"), last);
    }

    /**
     * The boxes.
     *
     * @throws IllegalArgumentException when there are none
     */
    Tensor find(Outputs outputs) {
        List<Tensor> tables = outputs.all(tensor -> Tables.hasColumns(tensor, SIDES));
        if (tables.isEmpty()) {
            return Tables.require(outputs, "boxes", SIDES);
        }
        Tensor usual = tables.get(last ? tables.size() - 1 : 0);
        return ordered
                ? usual
                : tables.stream()
                        .filter(table -> table.name().toLowerCase(Locale.ROOT).contains("box"))
                        .findFirst()
                        .orElse(usual);
    }
}
