package org.lynceus.encoder.faces.internal;

import org.lynceus.model.api.ModelInfo;

/** Reads what an embedding model must say of itself. */
final class Properties {
    private Properties() {}

    static String text(ModelInfo info, String key) {
        return info.property(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "model " + info.id() + " does not say its " + key + ", which a face encoder needs"));
    }

    static double number(ModelInfo info, String key) {
        return Double.parseDouble(text(info, key).trim());
    }
}
