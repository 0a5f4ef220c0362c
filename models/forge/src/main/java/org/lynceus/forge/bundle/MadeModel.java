package org.lynceus.forge.bundle;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the forge made of a description.
 *
 * @param description the description as it lies in the bundle; of a model that was left out, as it was written
 * @param files the files of the bundle by name, without its manifest
 * @param leftOut why the model was left out, in one line; empty for a complete one
 */
public record MadeModel(Properties description, Map<String, byte[]> files, Optional<String> leftOut) {
    /** Keeps the files in the order of their names. */
    public MadeModel {
        files = new TreeMap<>(files);
    }
}
