package org.lynceus.evaluate.dataset;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What people say of a face.
 *
 * @param picture in which it is the face nearest the centre
 * @param traits attributes with two values
 * @param age in years
 * @param emotion shown
 */
public record FaceLabels(Path picture, Map<Trait, Boolean> traits, Optional<Double> age, Optional<Emotion> emotion) {
    /** Copies the traits. */
    public FaceLabels {
        traits = Map.copyOf(traits);
    }
}
