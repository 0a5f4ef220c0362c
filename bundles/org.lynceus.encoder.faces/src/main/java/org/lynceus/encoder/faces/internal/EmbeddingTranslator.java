package org.lynceus.encoder.faces.internal;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;

/** Feeds an aligned face to an embedding graph and reads its only output, [1, D], not normalised. */
final class EmbeddingTranslator implements NoBatchifyTranslator<AlignedFace, float[]>, AutoCloseable {
    private final GraphInfo graph;
    private final AlignmentTemplate template;
    private final PictureTensor tensor;

    EmbeddingTranslator(GraphInfo graph, AlignmentTemplate template) {
        this.graph = graph;
        this.template = template;
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
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        return outputs.singletonOrThrow().toFloatArray();
    }
}
