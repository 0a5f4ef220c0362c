package org.lynceus.model.api;

import org.osgi.annotation.versioning.ProviderType;

/** Says how much a model is used. A {@link Model} service may be registered under this interface too. Thread-safe. */
@ProviderType
public interface ModelUsage {
    /** Inputs that ran through the model's graphs since it was loaded, of all its inferences together. */
    long calls();
}
