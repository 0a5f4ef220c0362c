package org.lynceus.detector.celebrities.internal.gallery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.detector.celebrities.internal.search.GallerySnapshot;

/** The galleries of all bundles, and what is to be read of them. Guarded by the lock of its {@link Shelf}. */
final class Slots {
    private final NavigableMap<Long, Slot> slots = new TreeMap<>();
    private Map<String, Integer> encoders = Map.of();
    private boolean settled;
    private long budget;

    /**
     * Starts without any.
     *
     * @param budget bytes of memory for people and vectors
     */
    Slots(long budget) {
        this.budget = budget;
    }

    /** The slot of a bundle, where there is one. */
    Optional<Slot> find(long bundle) {
        return Optional.ofNullable(slots.get(bundle));
    }

    /** The slot of a bundle. */
    Slot of(GallerySource source) {
        return slots.computeIfAbsent(source.bundle(), bundle -> new Slot(source));
    }

    /** Takes the slot of a bundle away, where there is one. */
    Optional<Slot> remove(long bundle) {
        return Optional.ofNullable(slots.remove(bundle));
    }

    /** Takes all slots away. */
    void clear() {
        slots.clear();
    }

    /** Whether these are other encoders than those that are known; if so, takes them over. */
    boolean change(Map<String, Integer> installed) {
        if (List.copyOf(installed.entrySet()).equals(List.copyOf(encoders.entrySet()))) {
            return false;
        }
        encoders = new LinkedHashMap<>(installed);
        settled = false;
        return true;
    }

    /** Whether an encoder is installed. */
    boolean haveEncoders() {
        return !encoders.isEmpty();
    }

    /** No other encoders are expected: vectors of those that have gone are let go. */
    void settle() {
        settled = true;
        slots.values().stream().filter(this::orphaned).forEach(slot -> slot.searched = Optional.empty());
    }

    /** Changes the memory; where it does not suffice any more, the vectors of the last galleries are let go. */
    void resize(long bytes) {
        budget = bytes;
        for (Slot slot : slots.descendingMap().values()) {
            // What was too large may not be so any more.
            slot.damaged = Optional.empty();
            if (room() < 0) {
                slot.searched = Optional.empty();
            }
        }
    }

    /**
     * Lets go of vectors whose encoder has gone, where those of the next one do not fit beside them.
     *
     * @return whether there were any
     */
    boolean makeRoom() {
        boolean made = false;
        for (Slot slot : slots.values()) {
            Optional<String> better = orphaned(slot) ? better(slot) : Optional.empty();
            if (better.isPresent() && slot.content.orElseThrow().bytes(better.get()) > room()) {
                slot.searched = Optional.empty();
                made = true;
            }
        }
        return made;
    }

    /** What is to be read next. */
    Optional<Order> next() {
        return slots.values().stream().filter(this::wanting).findFirst().map(this::order);
    }

    /**
     * Changes a slot by what has been read, unless its bundle has changed or gone meanwhile.
     *
     * @return whether it has been changed
     */
    boolean change(Order order, Consumer<Slot> edit) {
        Slot slot = order.slot();
        boolean current = slots.get(order.source().bundle()) == slot && slot.source.sameAs(order.source());
        if (current) {
            edit.accept(slot);
        }
        return current;
    }

    /** Puts together what can be searched. */
    GallerySnapshot snapshot() {
        return Overlaps.resolve(slots.values());
    }

    /** All galleries, by id. */
    List<InstalledGallery> describe() {
        return slots.values().stream()
                .map(this::describe)
                .sorted(Comparator.comparing(InstalledGallery::id).thenComparing(InstalledGallery::bundle))
                .toList();
    }

    /** Tells the log of what has changed. */
    void report() {
        slots.values().forEach(slot -> slot.tell(describe(slot)));
    }

    private InstalledGallery describe(Slot slot) {
        return Description.of(slot, encoders, settled, room());
    }

    private boolean wanting(Slot slot) {
        if (slot.unread()) {
            return true;
        }
        return better(slot)
                .map(encoder -> slot.content.orElseThrow().bytes(encoder) <= room())
                .orElse(false);
    }

    /** Encoder whose vectors should be searched instead. */
    private Optional<String> better(Slot slot) {
        return slot.wanted(encoders).filter(wanted -> !Optional.of(wanted).equals(slot.encoder()));
    }

    /** Whether the encoder of the vectors that are searched is not installed any more. */
    private boolean orphaned(Slot slot) {
        return slot.encoder().map(version -> !encoders.containsKey(version)).orElse(false);
    }

    private long room() {
        return budget - slots.values().stream().mapToLong(Slot::bytes).sum();
    }

    private Order order(Slot slot) {
        return new Order(
                slot,
                slot.source,
                slot.unread() ? Optional.empty() : slot.content,
                encoders,
                slot.broken.keySet(),
                room(),
                slot.searched.isPresent());
    }
}
