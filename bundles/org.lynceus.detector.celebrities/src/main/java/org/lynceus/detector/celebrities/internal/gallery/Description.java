package org.lynceus.detector.celebrities.internal.gallery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.celebrity.InstalledGallery.State;

/** Says of a gallery what has become of it. */
final class Description {
    private static final long MEGABYTE = 1_000_000;

    private Description() {}

    /**
     * Describes a gallery.
     *
     * @param slot where it is
     * @param encoders those that are installed, best first, and their dimensions
     * @param settled whether no other encoders are expected
     * @param room bytes of memory that are left
     */
    static InstalledGallery of(Slot slot, Map<String, Integer> encoders, boolean settled, long room) {
        Optional<Content> content = slot.content;
        State state = content.map(known -> state(slot, encoders, settled, room))
                .orElse(slot.unread() ? State.LOADING : State.DAMAGED);
        String note = content.map(known -> note(slot, known, state, encoders, room))
                .orElse(slot.unread() ? "" : damage(slot));
        return content.map(Content::header)
                .map(header -> new InstalledGallery(
                        header.id(),
                        header.title(),
                        header.version(),
                        header.people(),
                        List.copyOf(header.vectors().keySet()),
                        slot.encoder(),
                        state,
                        note,
                        header.licence(),
                        slot.source.bundle()))
                .orElseGet(() -> new InstalledGallery(
                        slot.source.name(),
                        slot.source.name(),
                        slot.source.version(),
                        0,
                        List.of(),
                        Optional.empty(),
                        state,
                        note,
                        "not stated",
                        slot.source.bundle()));
    }

    private static State state(Slot slot, Map<String, Integer> encoders, boolean settled, long room) {
        if (slot.searched.isPresent()) {
            return State.READY;
        }
        Optional<String> wanted = slot.wanted(encoders);
        if (wanted.isPresent()) {
            return slot.content.orElseThrow().bytes(wanted.get()) <= room ? State.LOADING : State.SKIPPED;
        }
        if (!slot.broken.isEmpty()) {
            return State.DAMAGED;
        }
        return settled ? State.SKIPPED : State.LOADING;
    }

    private static String note(Slot slot, Content content, State state, Map<String, Integer> encoders, long room) {
        StringBuilder note = new StringBuilder();
        if (!slot.damage.isEmpty()) {
            note.append("An update cannot be read, the earlier content answers: ")
                    .append(slot.damage)
                    .append(". ");
        }
        slot.broken.forEach((encoder, why) -> note.append("The vectors of ")
                .append(encoder)
                .append(" cannot be read: ")
                .append(why)
                .append(". "));
        if (state == State.SKIPPED) {
            note.append(slot.wanted(encoders)
                    .map(encoder -> tooLarge(content.bytes(encoder), room))
                    .orElseGet(() -> misfit(content, encoders)));
            note.append(' ');
        }
        return note.append(slot.overlap).toString().strip();
    }

    private static String damage(Slot slot) {
        return "It cannot be read: " + slot.damage + ".";
    }

    private static String tooLarge(long bytes, long room) {
        return "Its vectors take " + (bytes / MEGABYTE + 1) + " MB and max.megabytes leaves "
                + Math.max(0, room) / MEGABYTE + " MB.";
    }

    private static String misfit(Content content, Map<String, Integer> encoders) {
        return "It holds vectors of "
                + String.join(", ", content.header().vectors().keySet()) + "; "
                + (encoders.isEmpty()
                        ? "no face encoder is installed."
                        : "the installed encoders are " + String.join(", ", encoders.keySet()) + ".");
    }
}
