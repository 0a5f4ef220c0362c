package org.lynceus.api.face;

/** Gender as a face looks. */
public enum Gender {
    /** Looks male. */
    MALE,
    /** Looks female. */
    FEMALE
}
