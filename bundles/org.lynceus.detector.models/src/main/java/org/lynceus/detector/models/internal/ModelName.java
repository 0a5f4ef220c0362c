package org.lynceus.detector.models.internal;

import java.util.Objects;
import org.lynceus.model.api.ModelInfo;

/**
 * The model that has answered.
 *
 * @param id short name, the same for all versions
 * @param version of the weights
 * @param role what it is for
 */
public record ModelName(String id, String version, String role) {
    /** Checks that nothing is absent. */
    public ModelName {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(role, "role");
    }

    static ModelName of(ModelInfo info) {
        return new ModelName(info.id(), info.version(), info.role());
    }
}
