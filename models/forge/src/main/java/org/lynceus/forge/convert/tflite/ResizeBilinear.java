package org.lynceus.forge.convert.tflite;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;
import org.tensorflow.lite.schema.ResizeBilinearOptions;

/** RESIZE_BILINEAR: linear between pixels, in whichever of the three pixel grids the options name. */
final class ResizeBilinear implements OpConverter {
    @Override
    public void convert(TfliteOperator operator, TfliteContext context) throws ForgeException {
        ResizeBilinearOptions options = operator.options(new ResizeBilinearOptions());
        TfliteTensor input = operator.input(0);
        TfliteTensor output = operator.output();
        int[] size = operator.input(1).integers();
        float[] scales = {
            1,
            1,
            (float) size[0] / input.shape().get(1),
            (float) size[1] / input.shape().get(2)
        };
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
                        Attributes.text("mode", "linear"),
                        Attributes.text("coordinate_transformation_mode", grid(options))),
                Layout.NCHW);
    }

    private static String grid(ResizeBilinearOptions options) {
        if (options.alignCorners()) {
            return "align_corners";
        }
        return options.halfPixelCenters() ? "half_pixel" : "asymmetric";
    }
}
