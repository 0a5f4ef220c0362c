package org.lynceus.detector.celebrities.internal.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Galleries that are what a test says; the last snapshot stays. */
public final class FixedGalleries implements SearchedGalleries {
    private final Deque<GallerySnapshot> snapshots;

    /** One snapshot after the other, the next one whenever somebody waits. */
    public FixedGalleries(GallerySnapshot... snapshots) {
        this.snapshots = new ArrayDeque<>(List.of(snapshots));
    }

    @Override
    public GallerySnapshot now() {
        return snapshots.getFirst();
    }

    /** An empty snapshot before others stands for galleries that have not been read. */
    @Override
    public boolean begun() {
        return snapshots.size() == 1 || now() != GallerySnapshot.EMPTY;
    }

    @Override
    public GallerySnapshot after(GallerySnapshot known, Duration patience) {
        if (snapshots.size() > 1) {
            snapshots.removeFirst();
        }
        return now();
    }
}
