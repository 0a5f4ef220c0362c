package org.lynceus.detector.faces.internal;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.api.VisionException;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.opencv.core.Mat;

/**
 * Looks for faces at several input sizes and unites what is found: a small input finds large faces, a large one small
 * faces. Thread-safe.
 */
final class CandidateFinder implements AutoCloseable {
    /** Long side of a picture from which on the largest input is used too. */
    static final int LARGE_PICTURE = 1280;

    /** Width of a graph's input from which on it is only used for large pictures. */
    private static final int LARGE_INPUT = 1280;

    /**
     * Long side, in pixels of the largest input, above which its boxes are dropped: its priors end at 256 pixels and its
     * boxes of large faces are worse than those of the smaller inputs, which find them as well.
     */
    private static final double LARGE_INPUT_FACE = 112;

    private final List<Inference<Mat, List<Candidate>>> always = new ArrayList<>();
    private final List<Inference<Mat, List<Candidate>>> forLargePictures = new ArrayList<>();

    CandidateFinder(Model model) {
        for (GraphInfo graph : model.info().graphs()) {
            boolean large = graph.width() >= LARGE_INPUT;
            double threshold = threshold(model.info(), graph);
            double largest = large ? LARGE_INPUT_FACE : Double.POSITIVE_INFINITY;
            (large ? forLargePictures : always)
                    .add(model.bind(graph.name(), () -> new UltraFaceTranslator(graph, threshold, largest)));
        }
    }

    /**
     * Finds candidates, the same face once.
     *
     * @param picture BGR matrix
     * @param large whether the original picture is large enough for the largest input
     */
    List<Candidate> find(Mat picture, boolean large) throws VisionException {
        List<Candidate> candidates = new ArrayList<>();
        for (Inference<Mat, List<Candidate>> scale : always) {
            candidates.addAll(scale.run(picture));
        }
        if (large) {
            for (Inference<Mat, List<Candidate>> scale : forLargePictures) {
                candidates.addAll(scale.run(picture));
            }
        }
        return Candidate.suppressed(candidates);
    }

    private static double threshold(ModelInfo info, GraphInfo graph) {
        String key = "graph." + graph.name() + ".threshold";
        return info.property(key)
                .map(Double::parseDouble)
                .orElseThrow(() -> new IllegalArgumentException("model " + info.id() + " does not say its " + key));
    }

    @Override
    public void close() {
        always.forEach(Inference::close);
        forLargePictures.forEach(Inference::close);
    }
}
