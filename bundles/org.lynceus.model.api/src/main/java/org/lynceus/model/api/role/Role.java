package org.lynceus.model.api.role;

import java.util.List;
import java.util.Objects;
import org.lynceus.api.Pixels;

/**
 * A role with a contract: what a model of the role is fed, and what is read from its outputs, whatever its family. The
 * decoder of the family is named by {@code decoder} in {@code model.properties}.
 *
 * <pre>{@code
 * Inference<Pixels, List<DetectedObject>> objects = model.bind(Role.OBJECT_DETECTION);
 * }</pre>
 *
 * @param <I> what goes in
 * @param <O> what comes out
 */
public final class Role<I, O> {
    /** Things and their boxes in a picture, most confident first; overlapping boxes of one thing are suppressed. */
    public static final Role<Pixels, List<DetectedObject>> OBJECT_DETECTION = new Role<>("object-detection");

    /** Faces, their boxes and, where the model gives them, keypoints; most confident first, each face once. */
    public static final Role<Pixels, List<DetectedFace>> FACE_DETECTION = new Role<>("face-detection");

    /** Classes of a whole picture, most confident first; all of them, however improbable. */
    public static final Role<Pixels, List<Classification>> IMAGE_CLASSIFICATION = new Role<>("image-classification");

    /** Classes of a whole picture that say whether it needs moderation; all of them, most confident first. */
    public static final Role<Pixels, List<Classification>> MODERATION_CLASSIFICATION =
            new Role<>("moderation-classification");

    /** Labels of any vocabulary, compared with the picture in a common vector space; most confident first. */
    public static final Role<Pixels, List<Classification>> OPEN_VOCABULARY_TAGGING =
            new Role<>("open-vocabulary-tagging");

    /** Lines of text in a picture, from top to bottom. */
    public static final Role<Pixels, List<TextRegion>> TEXT_DETECTION = new Role<>("text-detection");

    /** What is written in a picture of one upright line. */
    public static final Role<Pixels, TextLine> TEXT_RECOGNITION = new Role<>("text-recognition");

    private final String name;

    private Role(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** The roles that answer for a whole picture. */
    public static List<Role<Pixels, ? extends List<?>>> ofPictures() {
        return List.of(
                OBJECT_DETECTION,
                FACE_DETECTION,
                IMAGE_CLASSIFICATION,
                MODERATION_CLASSIFICATION,
                OPEN_VOCABULARY_TAGGING,
                TEXT_DETECTION);
    }

    /** The name in {@code model.properties} and in the service property {@code lynceus.model}. */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
