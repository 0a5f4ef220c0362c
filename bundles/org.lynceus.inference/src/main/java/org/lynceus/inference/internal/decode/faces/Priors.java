package org.lynceus.inference.internal.decode.faces;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lynceus.inference.internal.decode.DecoderContext;
import org.lynceus.inference.internal.decode.boxes.FeatureMap;
import org.lynceus.inference.internal.decode.boxes.Strides;

/**
 * Square prior boxes of some sizes in each cell of each stride.
 *
 * @param strides of the maps; as many boxes in a cell as there are sizes
 * @param sizes sides of the priors of each stride, in pixels of the input
 */
record Priors(Strides strides, List<List<Double>> sizes) {
    private static final String STRIDES = "strides";
    private static final String SIZES = "anchors.sizes";
    private static final List<Integer> USUAL_STRIDES = List.of(8, 16, 32);
    private static final String USUAL_SIZES = "16,32;64,128;256,512";

    Priors {
        sizes = List.copyOf(sizes);
    }

    /** Reads {@code strides} and {@code anchors.sizes}, which has a semicolon between strides. */
    static Priors of(DecoderContext context) {
        List<List<Double>> sizes = sizes(context);
        List<Integer> strides = context.has(STRIDES) ? context.integers(STRIDES) : USUAL_STRIDES;
        if (strides.size() != sizes.size() || strides.stream().anyMatch(stride -> stride < 1)) {
            throw context.wrong(
                    STRIDES,
                    "are not " + sizes.size() + " positive numbers, one for each of " + SIZES + " " + sizes + ": "
                            + strides);
        }
        return new Priors(new Strides(strides, sizes.stream().map(List::size).toList()), sizes);
    }

    /** Side, in pixels of the input, of the prior of a row of the outputs. */
    double side(List<FeatureMap> maps, FeatureMap map, int row) {
        return sizes.get(maps.indexOf(map)).get(map.kind(row));
    }

    private static List<List<Double>> sizes(DecoderContext context) {
        String text = context.text(SIZES, USUAL_SIZES);
        List<List<Double>> sizes = new ArrayList<>();
        for (String stride : text.split(";")) {
            try {
                sizes.add(Arrays.stream(stride.split(","))
                        .map(String::trim)
                        .map(Double::valueOf)
                        .toList());
            } catch (NumberFormatException e) {
                throw context.wrong(SIZES, "is not as in " + USUAL_SIZES + ": " + text);
            }
        }
        if (sizes.stream().flatMap(List::stream).anyMatch(size -> !(size > 0))) {
            throw context.wrong(SIZES, "are not positive numbers: " + text);
        }
        return sizes;
    }
}
