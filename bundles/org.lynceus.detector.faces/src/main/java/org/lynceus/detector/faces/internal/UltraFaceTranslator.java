package org.lynceus.detector.faces.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.List;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.opencv.PictureTensor;
import org.opencv.core.Mat;

/**
 * Feeds a whole picture, stretched to the input size, to an UltraFace graph and reads its boxes.
 *
 * <p>The graph decodes its priors itself: {@code scores} [1, N, 2] (index 1 is "face") and {@code boxes} [1, N, 4] as x1,
 * y1, x2, y2 in ratios of the picture. Source: Ultra-Light-Fast-Generic-Face-Detector (RFB-320).
 */
final class UltraFaceTranslator implements NoBatchifyTranslator<Mat, List<Candidate>>, AutoCloseable {
    private static final int BOX = 4;
    private static final int CLASSES = 2;

    private final GraphInfo graph;
    private final double threshold;
    private final double largest;
    private final PictureTensor tensor;

    /**
     * Creates a translator.
     *
     * @param graph the graph
     * @param threshold candidates score more than this, 0–1
     * @param largest candidates are at most this long, in pixels of the input
     */
    UltraFaceTranslator(GraphInfo graph, double threshold, double largest) {
        this.graph = graph;
        this.threshold = threshold;
        this.largest = largest;
        this.tensor = new PictureTensor(graph);
    }

    @Override
    public void close() {
        tensor.close();
    }

    @Override
    public NDList processInput(TranslatorContext context, Mat picture) {
        context.setAttachment("width", picture.width());
        context.setAttachment("height", picture.height());
        return new NDList(
                context.getNDManager().create(tensor.fill(picture), new Shape(graph.shape(1)), DataType.FLOAT32));
    }

    @Override
    public List<Candidate> processOutput(TranslatorContext context, NDList outputs) {
        float[] scores = last(outputs, CLASSES).toFloatArray();
        float[] boxes = null;
        double width = (Integer) context.getAttachment("width");
        double height = (Integer) context.getAttachment("height");
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i * CLASSES < scores.length; i++) {
            double score = scores[i * CLASSES + 1];
            if (score > threshold) {
                boxes = boxes == null ? last(outputs, BOX).toFloatArray() : boxes;
                Box ratios = box(boxes, i * BOX, 1, 1);
                if (Math.max(ratios.width() * graph.width(), ratios.height() * graph.height()) <= largest) {
                    candidates.add(new Candidate(box(boxes, i * BOX, width, height), score));
                }
            }
        }
        return Candidate.suppressed(candidates);
    }

    private static Box box(float[] boxes, int at, double width, double height) {
        return new Box(boxes[at] * width, boxes[at + 1] * height, boxes[at + 2] * width, boxes[at + 3] * height);
    }

    private static NDArray last(NDList outputs, int size) {
        return outputs.stream()
                .filter(array -> array.getShape().get(array.getShape().dimension() - 1) == size)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("face-detection graph has no output [1, N, " + size + "]"));
    }
}
