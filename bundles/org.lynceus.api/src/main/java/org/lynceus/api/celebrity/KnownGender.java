package org.lynceus.api.celebrity;

/** Gender that a person is publicly known by; a stated fact, not how a face looks. */
public enum KnownGender {
    /** Male. */
    MALE,
    /** Female. */
    FEMALE,
    /** Neither male nor female. */
    NONBINARY,
    /** Not told. */
    UNLISTED
}
