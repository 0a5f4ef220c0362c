package org.lynceus.inference.internal.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lynceus.model.api.role.Role;

/** What decoders give: a model can be bound to every role whose kind its decoder gives. */
public enum Kind {
    /** A list of {@link org.lynceus.model.api.role.DetectedObject}. */
    OBJECTS("objects", Role.OBJECT_DETECTION),
    /** A list of {@link org.lynceus.model.api.role.DetectedFace}. */
    FACES("faces", Role.FACE_DETECTION),
    /** A list of {@link org.lynceus.model.api.role.Classification}. */
    CLASSES("classes", Role.IMAGE_CLASSIFICATION, Role.MODERATION_CLASSIFICATION, Role.OPEN_VOCABULARY_TAGGING),
    /** A list of {@link org.lynceus.model.api.role.TextRegion}. */
    TEXT_REGIONS("text regions", Role.TEXT_DETECTION),
    /** A {@link org.lynceus.model.api.role.TextLine}. */
    TEXT_LINE("a line of text", Role.TEXT_RECOGNITION);

    private final String words;
    private final List<Role<?, ?>> roles;

    Kind(String words, Role<?, ?>... roles) {
        this.words = words;
        this.roles = List.of(roles);
    }

    /** The kind that a role gives; nothing for a role without a contract. */
    public static Optional<Kind> ofRole(String role) {
        return Arrays.stream(values())
                .filter(kind -> kind.roles.stream().anyMatch(one -> one.name().equals(role)))
                .findFirst();
    }

    @Override
    public String toString() {
        return words;
    }
}
