package org.lynceus.detector.faces.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * Fits the MediaPipe face mesh to a crop. The graph gives 468 × (x, y, z) in pixels of the input and the logit of a face.
 */
final class MeshTranslator implements NoBatchifyTranslator<SquareCrop, Mesh>, AutoCloseable {
    private static final int VERTICES = 468;

    private final GraphInfo graph;
    private final PictureTensor tensor;

    MeshTranslator(GraphInfo graph) {
        this.graph = graph;
        this.tensor = new PictureTensor(graph);
    }

    @Override
    public void close() {
        tensor.close();
    }

    @Override
    public NDList processInput(TranslatorContext context, SquareCrop crop) {
        context.setAttachment("crop", crop);
        Mat cut = crop.cut(graph.width());
        try {
            return new NDList(
                    context.getNDManager().create(tensor.fill(cut), new Shape(graph.shape(1)), DataType.FLOAT32));
        } finally {
            cut.release();
        }
    }

    @Override
    public Mesh processOutput(TranslatorContext context, NDList outputs) {
        SquareCrop crop = (SquareCrop) context.getAttachment("crop");
        float[] coordinates = sized(outputs, 3 * VERTICES);
        double[] points = new double[2 * VERTICES];
        for (int vertex = 0; vertex < VERTICES; vertex++) {
            Point point = crop.toPicture(coordinates[3 * vertex], coordinates[3 * vertex + 1], graph.width());
            points[2 * vertex] = point.x;
            points[2 * vertex + 1] = point.y;
        }
        return new Mesh(points, Numbers.sigmoid(sized(outputs, 1)[0]));
    }

    private static float[] sized(NDList outputs, int size) {
        return outputs.stream()
                .filter(array -> array.getShape().size() == size)
                .findFirst()
                .map(NDArray::toFloatArray)
                .orElseThrow(() -> new IllegalStateException("face-mesh graph has no output of " + size + " numbers"));
    }
}
