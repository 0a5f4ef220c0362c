package org.lynceus.forge.convert;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that a model is converted from.
 *
 * @param main the model file, or the description where weights lie in files of their own
 * @param parts further files by name, in the order of the description
 */
public record Weights(byte[] main, Map<String, byte[]> parts) {
    /** Keeps the order of the parts. */
    public Weights {
        parts = new LinkedHashMap<>(parts);
    }

    /**
     * A model of one file.
     *
     * @param main the file
     */
    public Weights(byte[] main) {
        this(main, Map.of());
    }
}
