package org.lynceus.forge.convert.dlib;

import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.forge.convert.Converted;
import org.lynceus.forge.convert.Converter;
import org.lynceus.forge.convert.GraphRequest;
import org.lynceus.forge.convert.Layout;
import org.lynceus.forge.convert.Weights;
import org.lynceus.forge.onnx.Attributes;
import org.lynceus.forge.onnx.GraphBuilder;

/**
 * Converts serialised networks of dlib.
 *
 * <p>The graph takes {@code input}, RGB pixels from 0 to 255 (the mean and the scale of the input layer become part of
 * it), and gives {@code output}: [N, values] after a fully connected layer, otherwise [N, channels, rows, columns]. A
 * loss, which serves training only, is left out. See {@link DlibNetwork} for how tags and skips are understood.
 */
public final class DlibConverter implements Converter {
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final int COLOURS = 3;

    @Override
    public Converted convert(Weights weights, GraphRequest request) throws ForgeException {
        List<Layer> layers = Folding.fold(DlibNetwork.read(request.label(), weights.main()));
        GraphBuilder onnx = new GraphBuilder(request.graph());
        onnx.reserve(List.of(OUTPUT));
        DlibGraph graph = new DlibGraph(request, onnx, input((Layer.Input) layers.get(0), request, onnx));
        for (Layer layer : layers.subList(1, layers.size())) {
            graph.add(layer);
        }
        Image result = graph.value();
        onnx.output(result.name(), OUTPUT, result.shape(request.freeBatch() ? -1 : 1));
        return Converted.of(onnx.build());
    }

    private static Image input(Layer.Input layer, GraphRequest request, GraphBuilder onnx) throws ForgeException {
        boolean last = request.layout() == Layout.NHWC;
        List<Long> wanted = request.shape().orElse(shape(1, layer.rows(), layer.columns(), last));
        int rows = wanted.size() == 4 ? Math.toIntExact(wanted.get(last ? 1 : 2)) : 0;
        int columns = wanted.size() == 4 ? Math.toIntExact(wanted.get(last ? 2 : 3)) : 0;
        boolean fixed = layer.rows() > 0;
        if (rows < 1
                || columns < 1
                || fixed && (rows != layer.rows() || columns != layer.columns())
                || !wanted.equals(shape(wanted.get(0), rows, columns, last))) {
            throw new ForgeException(request.label() + ": the input shape " + wanted
                    + " does not fit, the network takes "
                    + (fixed ? shape(1, layer.rows(), layer.columns(), last) : "RGB images of a size to be declared"));
        }
        onnx.input(INPUT, wanted);
        String image =
                last ? onnx.node("Transpose", "image", List.of(INPUT), Attributes.integers("perm", 0, 3, 1, 2)) : INPUT;
        return new Image(image, COLOURS, rows, columns, false);
    }

    private static List<Long> shape(long batch, long rows, long columns, boolean last) {
        return last ? List.of(batch, rows, columns, (long) COLOURS) : List.of(batch, (long) COLOURS, rows, columns);
    }
}
