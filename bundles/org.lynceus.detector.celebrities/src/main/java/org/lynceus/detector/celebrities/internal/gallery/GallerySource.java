package org.lynceus.detector.celebrities.internal.gallery;

import java.util.Objects;

/**
 * A gallery bundle as it is installed now.
 *
 * @param bundle its number
 * @param name its symbolic name
 * @param version of the bundle
 * @param modified when it was installed or updated last, in milliseconds since 1970
 * @param entries its files
 */
record GallerySource(long bundle, String name, String version, long modified, GalleryEntries entries) {
    GallerySource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(entries, "entries");
    }

    /** Whether this is the same content of the same bundle. */
    boolean sameAs(GallerySource other) {
        return bundle == other.bundle && modified == other.modified;
    }

    @Override
    public String toString() {
        return name + " " + version + " [" + bundle + "]";
    }
}
