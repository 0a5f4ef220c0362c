package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;

/** RESIZE_BILINEAR and RESIZE_NEAREST_NEIGHBOR, in whichever of the three pixel grids the options name. */
final class Resizing {
    private static final String GRID = "coordinate_transformation_mode";

    private Resizing() {}

    /** RESIZE_BILINEAR: linear between pixels. */
    static void bilinear(TfliteOperator operator, TfliteContext context) throws ForgeException {
        ResizeBilinearOptions options = operator.options(new ResizeBilinearOptions());
        resize(operator, context, "linear", grid(options.alignCorners(), options.halfPixelCenters()), "floor");
    }

    /** RESIZE_NEAREST_NEIGHBOR: the pixel below the grid point; the nearer one where the grid has half pixels or corners. */
    static void nearest(TfliteOperator operator, TfliteContext context) throws ForgeException {
        ResizeNearestNeighborOptions options = operator.options(new ResizeNearestNeighborOptions());
        String grid = grid(options.alignCorners(), options.halfPixelCenters());
        resize(operator, context, "nearest", grid, grid.equals("asymmetric") ? "floor" : "round_prefer_ceil");
    }

    private static void resize(
            TfliteOperator operator, TfliteContext context, String mode, String grid, String rounding)
            throws ForgeException {
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        Convolution.requireImage(input);
        Convolution.requireImage(output);
        float[] scales = {1, 1, scale(input.dim(1), output.dim(1)), scale(input.dim(2), output.dim(2))};
        GraphBuilder onnx = context.onnx();
        context.define(
                output,
                onnx.node(
                        "Resize",
                        output.name(),
                        List.of(
                                context.value(input, Layout.NCHW),
                                "",
                                onnx.constant(output.name() + "/scales", scales, scales.length)),
                        Attributes.text("mode", mode),
                        Attributes.text(GRID, grid),
                        Attributes.text("nearest_mode", rounding)),
                Layout.NCHW);
    }

    /** The factor, by a rounding error larger where its product with the size would fall short of the result. */
    private static float scale(int from, int to) {
        float scale = (float) to / from;
        return (long) ((double) from * scale) < to ? Math.nextUp(scale) : scale;
    }

    private static String grid(boolean alignCorners, boolean halfPixelCenters) {
        if (alignCorners) {
            return "align_corners";
        }
        return halfPixelCenters ? "half_pixel" : "asymmetric";
    }
}
