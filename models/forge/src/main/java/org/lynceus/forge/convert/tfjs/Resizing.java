package org.lynceus.forge.convert.tfjs;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.onnx.Attributes;

/** Operators that change the number of rows and columns of an image. */
enum Resizing {
    /** Linear between the four neighbours. */
    BILINEAR("linear"),
    /** The nearest pixel. */
    NEAREST("nearest");

    private final String mode;

    Resizing(String mode) {
        this.mode = mode;
    }

    /** How the pixels of the result lie on those of the image. */
    enum Grid {
        /** The corners' centres fall together. */
        ALIGN_CORNERS("align_corners", "round_prefer_ceil"),
        /** The edges fall together. */
        HALF_PIXEL("half_pixel", "round_prefer_ceil"),
        /** The centre of the first pixel stays in its place. */
        ASYMMETRIC("asymmetric", "floor");

        private final String coordinates;
        private final String rounding;

        Grid(String coordinates, String rounding) {
            this.coordinates = coordinates;
            this.rounding = rounding;
        }

        static Grid of(boolean alignCorners, boolean halfPixelCenters) {
            if (alignCorners) {
                return ALIGN_CORNERS;
            }
            return halfPixelCenters ? HALF_PIXEL : ASYMMETRIC;
        }
    }

    /**
     * Adds a resize.
     *
     * @param graph the graph
     * @param hint what names should look like
     * @param image the image
     * @param format where its channels are
     * @param grid how pixels correspond
     * @param size rows and columns of the result
     * @return the result
     */
    Value apply(Lowering graph, String hint, Value image, DataFormat format, Grid grid, long[] size)
            throws ForgeException {
        long[] from = format.size(image);
        List<Long> dims = format.dims(image.dims().get(0), format.channels(image), size[0], size[1]);
        List<String> inputs = new ArrayList<>(List.of(graph.name(image, format.toChannelsFirst()), ""));
        if (image.freeBatch()) {
            float[] scales = {1, 1, scale(from[0], size[0]), scale(from[1], size[1])};
            inputs.add(graph.initializer(hint + "/scales", Constant.of(List.of(4L), scales)));
        } else {
            List<Long> sizes = format.toChannelsFirst().apply(dims);
            inputs.add("");
            inputs.add(graph.initializer(
                    hint + "/sizes",
                    Constant.of(sizes.stream().mapToLong(Long::longValue).toArray())));
        }
        return graph.define(
                "Resize",
                hint,
                inputs,
                dims,
                ElementType.FLOAT,
                format.toChannelsFirst(),
                Attributes.text("mode", mode),
                Attributes.text("coordinate_transformation_mode", grid.coordinates),
                Attributes.text("nearest_mode", grid.rounding));
    }

    /** The factor, rounded up where rounding down would cost a row: the runtime takes floor(size * scale). */
    private static float scale(long from, long to) {
        float scale = (float) to / from;
        return Math.floor((double) from * scale) < to ? Math.nextUp(scale) : scale;
    }
}
