package org.lynceus.detector.celebrities.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Gate;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.celebrity.Celebrities;
import org.lynceus.api.celebrity.CelebrityOptions;
import org.lynceus.api.celebrity.CelebrityResult;
import org.lynceus.api.celebrity.RecognizedCelebrity;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.FaceQualityFilter;
import org.lynceus.api.face.FaceResult;
import org.lynceus.api.face.Faces;
import org.lynceus.detector.celebrities.internal.search.GallerySearch;
import org.lynceus.detector.celebrities.internal.search.GallerySearch.Match;

/**
 * Finds faces and names those of people of the installed galleries. Thread-safe.
 *
 * <p>Faces whose features cannot be seen, as {@link FaceQualityFilter#LOW} has it, are not named.
 */
final class CelebritiesDetector implements Detector<CelebrityOptions, CelebrityResult>, AutoCloseable {
    private final Gate gate = new Gate("The celebrity detector");
    private final DetectorRegistry registry;
    private final GallerySearch search;

    /**
     * Creates a detector.
     *
     * @param registry finds the faces
     * @param search names them
     */
    CelebritiesDetector(DetectorRegistry registry, GallerySearch search) {
        this.registry = registry;
        this.search = search;
    }

    @Override
    public AnalysisType<CelebrityOptions, CelebrityResult> type() {
        return Celebrities.TYPE;
    }

    @Override
    public CelebrityResult detect(Image image, CelebrityOptions options) throws VisionException {
        return gate.call(() -> recognize(image, options));
    }

    /** Refuses new calls and lets running ones end. */
    @Override
    public void close() {
        gate.close();
    }

    private CelebrityResult recognize(Image image, CelebrityOptions options) throws VisionException {
        FaceResult found =
                registry.detect(Faces.TYPE, image, new FaceOptions(options.attributes(), options.maxFaces()));
        List<Face> clear = found.faces().stream()
                .filter(face -> FaceQualityFilter.LOW
                        .reasons(face, image.width(), image.height())
                        .isEmpty())
                .toList();
        List<Optional<Match>> matches =
                search.search(image, clear.stream().map(Face::alignment).toList());
        List<RecognizedCelebrity> recognized = new ArrayList<>();
        List<Face> unrecognized = new ArrayList<>();
        int next = 0;
        for (Face face : found.faces()) {
            boolean searched = next < clear.size() && clear.get(next) == face;
            Optional<Match> match = searched ? matches.get(next++) : Optional.empty();
            match.filter(named -> named.confidence() >= options.minConfidence())
                    .ifPresentOrElse(
                            named -> recognized.add(
                                    new RecognizedCelebrity(named.celebrity(), named.confidence(), face)),
                            () -> unrecognized.add(face));
        }
        return new CelebrityResult(recognized, unrecognized, found.orientation());
    }
}
