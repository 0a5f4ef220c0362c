package org.lynceus.evaluate.dataset;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Who a person is, as labels have it. Of an id, only letters and digits of ASCII count, as galleries have no others; of a
 * name, neither case nor whether its words are parted by spaces, underscores or hyphens.
 *
 * @param label an id, a name, or one of them
 * @param kind which of them
 */
public record Identity(String label, Kind kind) {
    /** What a label is. */
    public enum Kind {
        /** An id of the gallery. */
        ID,
        /** A name of the gallery. */
        NAME,
        /** An id or a name. */
        EITHER
    }

    /** The label as an id. */
    public String id() {
        return key(label);
    }

    /**
     * Whether a person of the gallery is this one.
     *
     * @param otherId of the person
     * @param otherName of the person
     */
    public boolean is(String otherId, String otherName) {
        boolean sameId = kind != Kind.NAME && id().equals(key(otherId));
        return sameId || kind != Kind.ID && words(label).equals(words(otherName));
    }

    private static String key(String id) {
        return id.replaceAll("[^0-9A-Za-z]", "");
    }

    private static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .strip();
    }
}
