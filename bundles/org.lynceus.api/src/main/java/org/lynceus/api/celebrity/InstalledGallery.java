package org.lynceus.api.celebrity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A gallery that is installed, and whether its people can be recognised.
 *
 * @param id letters, digits, dots and hyphens; the bundle's symbolic name when the gallery cannot be read
 * @param title one line for people
 * @param version of the gallery
 * @param people how many people it holds
 * @param encoders versions of the face encoders that it holds vectors of
 * @param encoder version of the encoder whose vectors are searched; empty when none are
 * @param state whether its people can be recognised
 * @param note one sentence that says why they cannot, or what else is amiss; empty when nothing is
 * @param licence that it may be used under, {@code not stated} when not told
 * @param bundle number of its bundle
 */
public record InstalledGallery(
        String id,
        String title,
        String version,
        int people,
        List<String> encoders,
        Optional<String> encoder,
        State state,
        String note,
        String licence,
        long bundle) {
    /** What becomes of a gallery. */
    public enum State {
        /** It is being read. */
        LOADING,
        /** Its people are recognised. */
        READY,
        /** It holds no vectors of an installed encoder, so that its people are found by id only. */
        SKIPPED,
        /** It cannot be read. */
        DAMAGED
    }

    /** Copies the list and checks that nothing is absent. */
    public InstalledGallery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(version, "version");
        encoders = List.copyOf(encoders);
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(licence, "licence");
    }
}
