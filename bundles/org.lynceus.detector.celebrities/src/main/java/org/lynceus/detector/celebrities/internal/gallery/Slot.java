package org.lynceus.detector.celebrities.internal.gallery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of the gallery of one bundle. Guarded by the lock of its {@link Shelf}. */
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    /** The bundle as it is installed now. */
    GallerySource source;

    /** The bundle's content that turned out to be damaged. */
    Optional<GallerySource> damaged = Optional.empty();

    /** Why that cannot be read. */
    String damage = "";

    /** What answers, of this or of an earlier content of the bundle. */
    Optional<Content> content = Optional.empty();

    /** The vectors that are searched; they belong to the content. */
    Optional<SearchedGallery> searched = Optional.empty();

    /** Why vectors of the content cannot be read, by encoder. */
    final Map<String, String> broken = new HashMap<>();

    /** What it has in common with galleries that were installed before. */
    String overlap = "";

    /** Prevents its removal. */
    Optional<Runnable> reprieve = Optional.empty();

    /** What the log was told last. */
    String told = "";

    Slot(GallerySource source) {
        this.source = source;
    }

    /** Whether the bundle has a content that nobody has tried to read. */
    boolean unread() {
        return !content.map(known -> known.source().sameAs(source)).orElse(false)
                && !damaged.map(known -> known.sameAs(source)).orElse(false);
    }

    /** Takes a content that has been read over. */
    void adopt(Content read, Optional<SearchedGallery> vectors) {
        content = Optional.of(read);
        searched = vectors;
        damaged = Optional.empty();
        damage = "";
        broken.clear();
    }

    /** Remembers that the present content of the bundle cannot be read. */
    void refuse(String why) {
        damaged = Optional.of(source);
        damage = why;
    }

    /**
     * The best encoder whose vectors the content has.
     *
     * @param encoders those that are installed, best first, and their dimensions
     */
    Optional<String> wanted(Map<String, Integer> encoders) {
        return content.flatMap(known -> known.header().best(encoders, broken.keySet()));
    }

    /** Version of the encoder whose vectors are searched. */
    Optional<String> encoder() {
        return searched.map(SearchedGallery::encoder);
    }

    /** Bytes of memory that it takes. */
    long bytes() {
        return content.map(known -> known.bytes(searched)).orElse(0L);
    }

    /** Tells the log that its people are recognised or that they are not, once. */
    void tell(InstalledGallery state) {
        String people = state.people() + " people with " + encoder().orElse("no encoder");
        String now = state.version() + state.state() + people;
        if (now.equals(told)) {
            return;
        }
        told = now;
        if (state.state() == InstalledGallery.State.READY) {
            LOG.info("Gallery {} {} is searched: {} ({})", state.id(), state.version(), people, source);
        } else if (state.state() == InstalledGallery.State.SKIPPED) {
            LOG.warn("Gallery {} {} is skipped ({}): {}", state.id(), state.version(), source, state.note());
        }
    }
}
