package org.lynceus.inference.internal.decode.boxes;

import java.util.List;
import java.util.function.IntPredicate;
import org.lynceus.inference.internal.decode.Outputs;
import org.lynceus.inference.internal.decode.Tensor;

/**
 * Outputs of a detector with several feature maps: tables for each map, or one for all of them, one below the other. They
 * are told apart by their rows and columns, so that their order does not matter.
 *
 * @param outputs of the graph
 * @param maps of the detector
 */
public record MapTables(Outputs outputs, List<FeatureMap> maps) {
    /**
     * The rows of a map in each output of some columns, in the order of the outputs.
     *
     * @param columns which numbers of columns fit
     */
    public List<Slice> all(FeatureMap map, IntPredicate columns) {
        List<Slice> whole = find(FeatureMap.boxes(maps), columns).stream()
                .map(table -> Slice.whole(table).from(map.first()))
                .toList();
        return whole.isEmpty()
                ? find(map.boxes(), columns).stream().map(Slice::whole).toList()
                : whole;
    }

    /**
     * The rows of a map in the first output of some columns.
     *
     * @param meaning of the output, for the message
     * @throws IllegalArgumentException when there is none
     */
    public Slice require(FeatureMap map, String meaning, int columns) {
        return all(map, columns, 1, meaning).get(0);
    }

    /**
     * The rows of a map in each output of some columns.
     *
     * @param count of them, at least
     * @param meaning of the outputs, for the message
     * @throws IllegalArgumentException when there are fewer
     */
    public List<Slice> all(FeatureMap map, int columns, int count, String meaning) {
        List<Slice> found = all(map, number -> number == columns);
        if (found.size() < count) {
            throw new IllegalArgumentException("no output holds " + meaning + " of stride " + map.stride() + " [1, "
                    + map.boxes() + ", " + columns + "] among " + outputs);
        }
        return found;
    }

    private List<Tensor> find(int rows, IntPredicate columns) {
        return outputs.all(tensor -> Tables.is(tensor, rows, tensor.axis(-1)) && columns.test(tensor.axis(-1)));
    }
}
