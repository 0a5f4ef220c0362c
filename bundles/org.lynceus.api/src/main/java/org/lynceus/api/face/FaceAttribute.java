package org.lynceus.api.face;

/**
 * What can be told of a face beside box, five landmarks, pose and quality. What the installed models cannot tell is absent
 * from the answer.
 */
public enum FaceAttribute {
    /** Youngest and oldest plausible age. */
    AGE_RANGE,
    /** A beard. */
    BEARD,
    /** Eight emotions. */
    EMOTIONS,
    /** Where the eyes look. */
    EYE_DIRECTION,
    /** Glasses of any kind, dark ones included. */
    EYEGLASSES,
    /** Both eyes open; in a profile the one that can be seen. */
    EYES_OPEN,
    /** Something covers part of the face. */
    FACE_OCCLUDED,
    /** Gender as it looks. */
    GENDER,
    /** All 30 landmarks rather than five. */
    ALL_LANDMARKS,
    /** An open mouth. */
    MOUTH_OPEN,
    /** A mustache. */
    MUSTACHE,
    /** A smile. */
    SMILE,
    /** Dark glasses, which are {@link #EYEGLASSES} too. */
    SUNGLASSES
}
