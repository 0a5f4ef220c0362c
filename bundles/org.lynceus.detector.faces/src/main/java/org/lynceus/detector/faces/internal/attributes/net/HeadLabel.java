package org.lynceus.detector.faces.internal.attributes.net;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a head can tell, by its name in the labels of a model of the role {@code face-attributes}. */
public enum HeadLabel {
    /** Glasses of any kind. */
    EYEGLASSES,
    /** Dark glasses. */
    SUNGLASSES,
    /** A beard. */
    BEARD,
    /** A mustache. */
    MUSTACHE,
    /** Something covers part of the face. */
    FACE_OCCLUDED,
    /** A smile. */
    SMILE,
    /** An open mouth. */
    MOUTH_OPEN,
    /** Both eyes open. */
    EYES_OPEN,
    /** A man. */
    MALE;

    /** Its name in the labels, such as {@code face-occluded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds the head of a label. */
    static Optional<HeadLabel> of(String label) {
        return Arrays.stream(values())
                .filter(head -> head.label().equals(label))
                .findFirst();
    }
}
