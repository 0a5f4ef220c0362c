package org.lynceus.detector.faces.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
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

    /** The smallest input. */
    private final Inference<Pixels, List<DetectedFace>> smallest;

    /** The inputs for every picture, the smallest first. */
    private final List<Inference<Pixels, List<DetectedFace>>> usual = new ArrayList<>();

    private final List<Inference<Pixels, List<DetectedFace>>> forLargePictures = new ArrayList<>();
    private final CloseUp closeUp;
    private final SideBySide sideBySide = new SideBySide();

    public CandidateFinder(Model model) {
        List<GraphInfo> graphs = model.info().graphs().stream()
                .sorted(Comparator.comparingInt(GraphInfo::width))
                .toList();
        GraphInfo first = graphs.get(0);
        this.smallest = model.bind(Role.FACE_DETECTION, first.name());
        usual.add(smallest);
        this.closeUp = CloseUp.of(model.info(), first);
        for (GraphInfo graph : graphs.subList(1, graphs.size())) {
            (graph.width() >= LARGE_INPUT ? forLargePictures : usual)
                    .add(model.bind(Role.FACE_DETECTION, graph.name()));
        }
    }

    /** Whether the model has an input for large pictures besides. */
    public boolean findsSmall() {
        return !forLargePictures.isEmpty();
    }

    /**
     * Finds candidates of all but small faces, at all usual inputs at the same time where cores are idle.
     *
     * @return best first, the same face once
     */
    public List<Candidate> find(Pixels picture) throws VisionException {
        AtomicReferenceArray<List<Candidate>> found = new AtomicReferenceArray<>(usual.size());
        List<SideBySide.Task> longestFirst = new ArrayList<>();
        for (int i = usual.size() - 1; i >= 0; i--) {
            int scale = i;
            longestFirst.add(() -> found.set(scale, run(usual.get(scale), picture)));
        }
        sideBySide.all(longestFirst);
        return best(Candidate.suppressed(IntStream.range(0, usual.size())
                .mapToObj(found::get)
                .flatMap(List::stream)
                .toList()));
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
     * Finds candidates of large faces in several small pictures, on all cores.
     *
     * @return for each picture best first, the same face once
     */
    public List<List<Candidate>> findLarge(List<Pixels> pictures) throws VisionException {
        List<List<DetectedFace>> found = smallest.runAll(pictures);
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Pixels picture = pictures.get(i);
            candidates.add(best(Candidate.suppressed(found.get(i).stream()
                    .map(face -> Candidate.of(face, picture))
                    .toList())));
        }
        return candidates;
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
        sideBySide.close();
        usual.forEach(Inference::close);
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
