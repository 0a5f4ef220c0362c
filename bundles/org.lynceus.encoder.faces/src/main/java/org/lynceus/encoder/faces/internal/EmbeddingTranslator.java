package org.lynceus.encoder.faces.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;

/** Feeds an aligned face to an embedding graph and reads its output of D numbers, not normalised. */
final class EmbeddingTranslator implements NoBatchifyTranslator<AlignedFace, float[]>, AutoCloseable {
    private final GraphInfo graph;
    private final AlignmentTemplate template;
    private final int dimension;
    private final PictureTensor tensor;

    /**
     * Creates a translator.
     *
     * @param graph takes a square picture
     * @param template where the points of a face lie in that picture
     * @param dimension D
     */
    EmbeddingTranslator(GraphInfo graph, AlignmentTemplate template, int dimension) {
        this.graph = graph;
        this.template = template;
        this.dimension = dimension;
        this.tensor = new PictureTensor(graph);
    }

    @Override
    public void close() {
        tensor.close();
    }

    @Override
    public NDList processInput(TranslatorContext context, AlignedFace face) {
        Mat cut = face.cut(template, graph.width());
        try {
            return new NDList(
                    context.getNDManager().create(tensor.fill(cut), new Shape(graph.shape(1)), DataType.FLOAT32));
        } finally {
            cut.release();
        }
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) throws VisionException {
        for (NDArray output : outputs) {
            if (output.size() == dimension) {
                return output.toFloatArray();
            }
        }
        List<Long> sizes = outputs.stream().map(NDArray::size).toList();
        throw new VisionException(
                VisionException.Reason.INTERNAL,
                "its graph " + graph.name() + " gives outputs of " + sizes + " numbers, not of the " + dimension
                        + " that " + AligningEncoder.DIMENSION + " says");
    }
}
