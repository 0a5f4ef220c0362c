package org.lynceus.detector.faces.internal;

import java.util.ArrayList;
import java.util.Comparator;
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
     * Long side, in pixels of the input, above which boxes of all but the smallest input are dropped. Priors end at 256
     * pixels, boxes become poor before that, and a smaller input finds the same faces well.
     */
    private static final double WELL_BOXED = 128;

    /** The best candidates are looked at, at most this many. */
    private static final int MAX_CANDIDATES = 400;

    private final Inference<Mat, List<Candidate>> smallest;
    private final CloseUp closeUp;
    private final List<Inference<Mat, List<Candidate>>> others = new ArrayList<>();
    private final List<Inference<Mat, List<Candidate>>> forLargePictures = new ArrayList<>();

    CandidateFinder(Model model) {
        List<GraphInfo> graphs = model.info().graphs().stream()
                .sorted(Comparator.comparingInt(GraphInfo::width))
                .toList();
        GraphInfo first = graphs.get(0);
        this.smallest = bind(model, first, Double.POSITIVE_INFINITY);
        this.closeUp = new CloseUp(first.width(), first.height());
        for (GraphInfo graph : graphs.subList(1, graphs.size())) {
            (graph.width() >= LARGE_INPUT ? forLargePictures : others).add(bind(model, graph, WELL_BOXED));
        }
    }

    /**
     * Finds candidates of all but small faces.
     *
     * @param picture BGR matrix
     * @return best first, the same face once
     */
    List<Candidate> find(Mat picture) throws VisionException {
        List<Candidate> candidates = new ArrayList<>(smallest.run(picture));
        for (Inference<Mat, List<Candidate>> scale : others) {
            candidates.addAll(scale.run(picture));
        }
        return best(Candidate.suppressed(candidates));
    }

    /**
     * Finds candidates of small faces in a large picture.
     *
     * @param picture BGR matrix
     * @return best first, the same face once
     */
    List<Candidate> findSmall(Mat picture) throws VisionException {
        List<Candidate> candidates = new ArrayList<>();
        for (Inference<Mat, List<Candidate>> scale : forLargePictures) {
            candidates.addAll(scale.run(picture));
        }
        return best(Candidate.suppressed(candidates));
    }

    /**
     * Finds a face that fills the picture, which {@link #find} misses, by looking from farther away.
     *
     * @param picture BGR matrix
     * @return best first
     */
    List<Candidate> findFilling(Mat picture) throws VisionException {
        Mat canvas = closeUp.shrink(picture);
        try {
            return best(smallest.run(canvas).stream()
                    .map(candidate -> closeUp.enlarge(candidate, picture))
                    .toList());
        } finally {
            canvas.release();
        }
    }

    @Override
    public void close() {
        smallest.close();
        others.forEach(Inference::close);
        forLargePictures.forEach(Inference::close);
    }

    private static List<Candidate> best(List<Candidate> candidates) {
        return candidates.subList(0, Math.min(MAX_CANDIDATES, candidates.size()));
    }

    private static Inference<Mat, List<Candidate>> bind(Model model, GraphInfo graph, double largest) {
        double threshold = threshold(model.info(), graph);
        return model.bind(graph.name(), () -> new UltraFaceTranslator(graph, threshold, largest));
    }

    private static double threshold(ModelInfo info, GraphInfo graph) {
        String key = "graph." + graph.name() + ".threshold";
        return info.property(key)
                .map(Double::parseDouble)
                .orElseThrow(() -> new IllegalArgumentException("model " + info.id() + " does not say its " + key));
    }
}
