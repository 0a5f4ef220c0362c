package org.lynceus.detector.faces.internal.attributes.net;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.DirectMemory;

/** Feeds rows of numbers to a graph as one batch and gives its first output, the batch inside. Not thread-safe. */
final class RowsTranslator implements NoBatchifyTranslator<List<float[]>, float[]>, AutoCloseable {
    private final GraphInfo graph;
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    /**
     * Creates a translator.
     *
     * @param graph takes [N, 1, 1, D]
     */
    RowsTranslator(GraphInfo graph) {
        this.graph = graph;
    }

    @Override
    public NDList processInput(TranslatorContext context, List<float[]> rows) {
        int numbers = rows.size() * graph.width();
        if (bytes.capacity() < numbers * Float.BYTES) {
            DirectMemory.free(bytes);
            bytes = ByteBuffer.allocateDirect(numbers * Float.BYTES).order(ByteOrder.nativeOrder());
        }
        FloatBuffer batch = bytes.asFloatBuffer().limit(numbers);
        rows.forEach(batch::put);
        return new NDList(
                context.getNDManager().create(batch.rewind(), new Shape(graph.shape(rows.size())), DataType.FLOAT32));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        return outputs.get(0).toFloatArray();
    }

    @Override
    public void close() {
        DirectMemory.free(bytes);
    }
}
