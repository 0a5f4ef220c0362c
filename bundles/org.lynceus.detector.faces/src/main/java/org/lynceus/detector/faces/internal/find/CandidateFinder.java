package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lynceus.api.Pixels;
import org.lynceus.api.VisionException;
import org.lynceus.detector.faces.internal.face.Candidate;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Inference;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.role.DetectedFace;
import org.lynceus.model.api.role.Role;

/**
 * Looks for faces with a model of any family. Where it has graphs for several input sizes, what they find is united: a
 * small input finds large faces, a large one small faces. Thread-safe.
 */
public final class CandidateFinder implements AutoCloseable {
    /** Long side of a picture from which on the largest input is used too. */
    public static final int LARGE_PICTURE = 1280;

    /** Width of an input from which on it is only used for large pictures, unless it is the only one. */
    private static final int LARGE_INPUT = 1280;

    /** The best candidates are looked at, at most this many. */
    private static final int MAX_CANDIDATES = 400;

    private final Inference<Pixels, List<DetectedFace>> smallest;
    private final CloseUp closeUp;
    private final List<Inference<Pixels, List<DetectedFace>>> others = new ArrayList<>();
    private final List<Inference<Pixels, List<DetectedFace>>> forLargePictures = new ArrayList<>();

    public CandidateFinder(Model model) {
        List<GraphInfo> graphs = model.info().graphs().stream()
                .sorted(Comparator.comparingInt(GraphInfo::width))
                .toList();
        GraphInfo first = graphs.get(0);
        this.smallest = model.bind(Role.FACE_DETECTION, first.name());
        this.closeUp = CloseUp.of(model.info(), first);
        for (GraphInfo graph : graphs.subList(1, graphs.size())) {
            (graph.width() >= LARGE_INPUT ? forLargePictures : others)
                    .add(model.bind(Role.FACE_DETECTION, graph.name()));
        }
    }

    /** Whether the model has an input for large pictures besides. */
    public boolean findsSmall() {
        return !forLargePictures.isEmpty();
    }

    /**
     * Finds candidates of all but small faces.
     *
     * @return best first, the same face once
     */
    public List<Candidate> find(Pixels picture) throws VisionException {
        List<Candidate> candidates = new ArrayList<>(run(smallest, picture));
        for (Inference<Pixels, List<DetectedFace>> scale : others) {
            candidates.addAll(run(scale, picture));
        }
        return best(Candidate.suppressed(candidates));
    }

    /**
     * Finds candidates of small faces in a large picture.
     *
     * @return best first, the same face once
     */
    public List<Candidate> findSmall(Pixels picture) throws VisionException {
        List<Candidate> candidates = new ArrayList<>();
        for (Inference<Pixels, List<DetectedFace>> scale : forLargePictures) {
            candidates.addAll(run(scale, picture));
        }
        return best(Candidate.suppressed(candidates));
    }

    /**
     * Finds a face that fills the picture, which {@link #find} misses, by looking from farther away.
     *
     * @return best first
     */
    public List<Candidate> findFilling(Pixels picture) throws VisionException {
        try (Pixels canvas = closeUp.shrink(picture)) {
            return best(run(smallest, canvas).stream()
                    .map(candidate -> closeUp.enlarge(candidate, canvas, picture))
                    .toList());
        }
    }

    @Override
    public void close() {
        smallest.close();
        others.forEach(Inference::close);
        forLargePictures.forEach(Inference::close);
    }

    private static List<Candidate> run(Inference<Pixels, List<DetectedFace>> scale, Pixels picture)
            throws VisionException {
        return scale.run(picture).stream()
                .map(face -> Candidate.of(face, picture))
                .toList();
    }

    private static List<Candidate> best(List<Candidate> candidates) {
        return candidates.subList(0, Math.min(MAX_CANDIDATES, candidates.size()));
    }
}
