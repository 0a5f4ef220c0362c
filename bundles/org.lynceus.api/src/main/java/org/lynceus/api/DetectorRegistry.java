package org.lynceus.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one door to all detectors. Thread-safe.
 *
 * <pre>{@code
 * FaceResult faces = registry.detect(Faces.TYPE, image, FaceOptions.DEFAULT);
 * }</pre>
 */
@ProviderType
public interface DetectorRegistry {
    /** Finds the best detector of a type that is there now; for questions, not for keeping. */
    <O, R> Optional<Detector<O, R>> find(AnalysisType<O, R> type);

    /** The types that have a detector now, by name. */
    List<AnalysisType<?, ?>> types();

    /**
     * Runs the best detector of a type. When it is being replaced, the call goes to its successor, waiting for it for at
     * most ten seconds since the type was last there.
     *
     * @throws VisionException {@link VisionException.Reason#NOT_INSTALLED} at once when no detector of the type has been
     *     there for ten seconds, otherwise what the detector throws
     */
    <O, R> R detect(AnalysisType<O, R> type, Image image, O options) throws VisionException;
}
