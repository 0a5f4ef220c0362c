package org.lynceus.gallerybuilder.findings;

/** What can be wrong with a photo or a person, the gravest first. */
public enum Kind {
    /** A person has no photo, or a named file is not there. */
    MISSING,
    /** One photo stands under two people. */
    SHARED,
    /** A file cannot be read, or the server refuses it. */
    UNREADABLE,
    /** No face was found. */
    FACELESS,
    /** Several faces were found. */
    CROWDED,
    /** The face differs from those of the person's other photos. */
    UNLIKE,
    /** The face is blurred, dark, small or turned. */
    POOR,
    /** The person's photo is there twice. */
    DUPLICATE,
    /** Two people look alike to the model. */
    LOOK_ALIKE
}
