package org.lynceus.inference.internal;

/**
 * A model bundle as it is installed now.
 *
 * @param bundle its number
 * @param name its symbolic name
 * @param modified when it was installed or updated last, in milliseconds since 1970
 * @param entries its files
 */
record Source(long bundle, String name, long modified, ModelEntries entries) {
    /** Whether this is the same content of the same bundle. */
    boolean sameAs(Source other) {
        return bundle == other.bundle && modified == other.modified;
    }

    /** Whether this one was installed or updated after the other. */
    boolean laterThan(Source other) {
        return modified != other.modified ? modified > other.modified : bundle > other.bundle;
    }
}
