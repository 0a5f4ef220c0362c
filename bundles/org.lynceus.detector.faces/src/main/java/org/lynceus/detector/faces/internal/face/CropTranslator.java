package org.lynceus.detector.faces.internal.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.function.Predicate;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;

/** Feeds a square crop to a graph; what its outputs mean is up to the subclass. */
public abstract class CropTranslator<O> implements NoBatchifyTranslator<SquareCrop, O>, AutoCloseable {
    private static final String CROP = "crop";

    private final GraphInfo graph;
    private final PictureTensor tensor;

    public CropTranslator(GraphInfo graph) {
        this.graph = graph;
        this.tensor = new PictureTensor(graph);
    }

    @Override
    public final NDList processInput(TranslatorContext context, SquareCrop crop) {
        context.setAttachment(CROP, crop);
        Mat cut = crop.cut(graph.width());
        try {
            return new NDList(
                    context.getNDManager().create(tensor.fill(cut), new Shape(graph.shape(1)), DataType.FLOAT32));
        } finally {
            cut.release();
        }
    }

    @Override
    public final O processOutput(TranslatorContext context, NDList outputs) {
        return decode((SquareCrop) context.getAttachment(CROP), graph.width(), outputs);
    }

    @Override
    public final void close() {
        tensor.close();
    }

    /**
     * Reads the outputs.
     *
     * @param crop what was fed
     * @param size side of the crop in pixels of the input
     * @param outputs of the graph
     */
    public abstract O decode(SquareCrop crop, int size, NDList outputs);

    /** The numbers of the first output whose shape fits. */
    public final float[] numbers(NDList outputs, String meaning, Predicate<Shape> fits) {
        return outputs.stream()
                .filter(array -> fits.test(array.getShape()))
                .findFirst()
                .map(NDArray::toFloatArray)
                .orElseThrow(() -> new IllegalStateException("graph " + graph.name() + " has no output of " + meaning));
    }
}
