package org.lynceus.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether everything that is installed can be used. Thread-safe. */
@ProviderType
public interface Readiness {
    /**
     * Asks what is still amiss: a detector that waits for its model, a model that could not be loaded, or no detector at
     * all.
     *
     * @return one sentence per problem; empty when every installed analysis type can be asked
     */
    List<String> problems();
}
