package org.lynceus.detector.faces.internal.attributes;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lynceus.model.api.Model;

/**
 * The installed models that attributes are told with. What is missing is missing from the answer, nothing else.
 *
 * @param ageGender of the role {@code face-age-gender}
 * @param emotions of the role {@code face-emotion}, averaged
 * @param eyeState of the role {@code eye-state}
 * @param iris of the role {@code iris-landmarks}
 * @param heads of the role {@code face-attributes}, on features of {@code ageGender}
 */
public record AttributeModels(
        Optional<Model> ageGender,
        List<Model> emotions,
        Optional<Model> eyeState,
        Optional<Model> iris,
        Optional<Model> heads) {
    /** No models. */
    public static final AttributeModels NONE =
            new AttributeModels(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the list and checks that nothing is null. */
    public AttributeModels {
        Objects.requireNonNull(ageGender, "ageGender");
        emotions = List.copyOf(emotions);
        Objects.requireNonNull(eyeState, "eyeState");
        Objects.requireNonNull(iris, "iris");
        Objects.requireNonNull(heads, "heads");
    }
}
