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
        String text = text(info, key).trim();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the " + key + " of model " + info.id() + " is not a number: " + text, e);
        }
    }

    static int count(ModelInfo info, String key) {
        double number = number(info, key);
        if (number < 1 || number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "the " + key + " of model " + info.id() + " is not a count: " + text(info, key));
        }
        return (int) number;
    }
}
