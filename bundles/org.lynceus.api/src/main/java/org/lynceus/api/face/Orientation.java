package org.lynceus.api.face;

/** By how many degrees a picture must be turned clockwise to be upright. */
public enum Orientation {
    /** Upright. */
    ROTATE_0,
    /** A quarter turn clockwise makes it upright. */
    ROTATE_90,
    /** Upside down. */
    ROTATE_180,
    /** A quarter turn counter-clockwise makes it upright. */
    ROTATE_270
}
