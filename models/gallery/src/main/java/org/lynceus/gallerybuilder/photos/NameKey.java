package org.lynceus.gallerybuilder.photos;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: upper and lower case, and spaces, underscores, hyphens and dots, are one. */
final class NameKey {
    /** Between the words of a key. */
    static final char GAP = '_';

    private NameKey() {}

    /** Makes a key; empty when the text has nothing but gaps. */
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?U)[\\s_.-]+", String.valueOf(GAP))
                .replaceAll("^_|_$", "");
    }

    /** The key without accents, as files are often named. */
    static String withoutAccents(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFD).replaceAll("\\p{InCombiningDiacriticalMarks}", "");
    }

    /** A file's name without its folder and extension. */
    static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
