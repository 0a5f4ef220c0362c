package org.lynceus.detector.faces.internal.find;

import ai.djl.ndarray.NDList;
import org.lynceus.detector.faces.internal.face.CropTranslator;
import org.lynceus.detector.faces.internal.face.Mesh;
import org.lynceus.detector.faces.internal.face.Numbers;
import org.lynceus.detector.faces.internal.face.SquareCrop;
import org.lynceus.model.api.GraphInfo;
import org.opencv.core.Point;

/**
 * Fits the MediaPipe face mesh to a crop. The graph gives 468 × (x, y, z) in pixels of the input and the logit of a face.
 */
public final class MeshTranslator extends CropTranslator<Mesh> {
    private static final int VERTICES = 468;

    public MeshTranslator(GraphInfo graph) {
        super(graph);
    }

    @Override
    public Mesh decode(SquareCrop crop, int size, NDList outputs) {
        float[] coordinates = numbers(outputs, "468 points", shape -> shape.size() == 3 * VERTICES);
        double[] points = new double[2 * VERTICES];
        for (int vertex = 0; vertex < VERTICES; vertex++) {
            Point point = crop.toPicture(coordinates[3 * vertex], coordinates[3 * vertex + 1], size);
            points[2 * vertex] = point.x;
            points[2 * vertex + 1] = point.y;
        }
        return new Mesh(points, Numbers.sigmoid(numbers(outputs, "one logit", shape -> shape.size() == 1)[0]));
    }
}
