package org.lynceus.detector.faces.internal.attributes.net;

import ai.djl.ndarray.NDArray;
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
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;

/** Feeds cuts to a graph as one batch and gives all its outputs, the batch inside. Not thread-safe. */
final class CutsTranslator implements NoBatchifyTranslator<List<Cut>, List<float[]>>, AutoCloseable {
    private final GraphInfo graph;
    private final PictureTensor one;
    private ByteBuffer several = allocate(0);

    /**
     * Creates a translator.
     *
     * @param graph takes a square picture of a fixed size
     */
    CutsTranslator(GraphInfo graph) {
        this.graph = graph;
        this.one = new PictureTensor(graph);
    }

    @Override
    public NDList processInput(TranslatorContext context, List<Cut> cuts) {
        FloatBuffer filled = cuts.size() == 1 ? fill(cuts.get(0)) : batch(cuts);
        return new NDList(context.getNDManager().create(filled, new Shape(graph.shape(cuts.size())), DataType.FLOAT32));
    }

    @Override
    public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
        return outputs.stream().map(NDArray::toFloatArray).toList();
    }

    @Override
    public void close() {
        one.close();
        DirectMemory.free(several);
    }

    private FloatBuffer batch(List<Cut> cuts) {
        int bytes = cuts.size() * graph.width() * graph.height() * graph.channels() * Float.BYTES;
        if (several.capacity() < bytes) {
            DirectMemory.free(several);
            several = allocate(bytes);
        }
        FloatBuffer batch = several.asFloatBuffer().limit(bytes / Float.BYTES);
        cuts.forEach(cut -> batch.put(fill(cut)));
        return batch.rewind();
    }

    private FloatBuffer fill(Cut cut) {
        Mat picture = cut.make(graph.width());
        try {
            return one.fill(picture);
        } finally {
            picture.release();
        }
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
}
