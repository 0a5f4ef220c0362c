package org.lynceus.inference.internal.decode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lynceus.inference.internal.decode.classes.ClassificationDecoder;
import org.lynceus.inference.internal.decode.classes.TaggingDecoder;
import org.lynceus.inference.internal.decode.faces.FaceDecoders;
import org.lynceus.inference.internal.decode.objects.ObjectDecoders;
import org.lynceus.inference.internal.decode.text.CtcDecoder;
import org.lynceus.inference.internal.decode.text.DbDecoder;

/** The decoders that the platform has, by the names that {@code decoder} in {@code model.properties} may give. */
public final class Decoders {
    private static final Map<String, Entry<?>> ALL = all();

    private Decoders() {}

    /**
     * A decoder's family.
     *
     * @param kind what its decoders give
     * @param factory makes them
     */
    public record Entry<O>(Kind kind, DecoderFactory<O> factory) {}

    /** Finds a decoder's family by its name. */
    public static Optional<Entry<?>> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Whether there is a decoder of this name. */
    public static boolean knows(String name) {
        return ALL.containsKey(name);
    }

    /** Names of the decoders that give a kind, sorted. */
    public static List<String> names(Kind kind) {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Entry<?>> all() {
        Map<String, Entry<?>> all = new TreeMap<>();
        ObjectDecoders.all().forEach((name, factory) -> all.put(name, new Entry<>(Kind.OBJECTS, factory)));
        FaceDecoders.all().forEach((name, factory) -> all.put(name, new Entry<>(Kind.FACES, factory)));
        all.put("classification", new Entry<>(Kind.CLASSES, ClassificationDecoder::new));
        all.put("tagging", new Entry<>(Kind.CLASSES, TaggingDecoder::new));
        all.put("db", new Entry<>(Kind.TEXT_REGIONS, DbDecoder::new));
        all.put("ctc", new Entry<>(Kind.TEXT_LINE, CtcDecoder::new));
        return all;
    }
}
