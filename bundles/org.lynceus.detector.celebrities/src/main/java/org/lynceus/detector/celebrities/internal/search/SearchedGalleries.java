package org.lynceus.detector.celebrities.internal.search;

import java.time.Duration;

/** Where the galleries are. Thread-safe. */
public interface SearchedGalleries {
    /** The galleries as they are now. */
    GallerySnapshot now();

    /** Whether all galleries that were there at the start have been read for the encoders that were there. */
    boolean begun();

    /**
     * Waits for a change of the galleries.
     *
     * @param known what the caller has
     * @param patience how long it waits at most; it may wait less
     * @return the galleries as they are now
     */
    GallerySnapshot after(GallerySnapshot known, Duration patience) throws InterruptedException;
}
