package org.lynceus.model.api.role;

import java.util.Objects;

/**
 * One class of a picture.
 *
 * @param index of the class in the model's output, from 0; names may occur twice, indices may not
 * @param label name of the class
 * @param confidence 0–100
 */
public record Classification(int index, String label, float confidence) {
    /** Checks that the label is there. */
    public Classification {
        Objects.requireNonNull(label, "label");
    }
}
