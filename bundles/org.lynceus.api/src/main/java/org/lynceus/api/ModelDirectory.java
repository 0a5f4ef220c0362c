package org.lynceus.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tells which models are served. Thread-safe. */
@ProviderType
@FunctionalInterface
public interface ModelDirectory {
    /** The models that are served now, by role, the best of each role first. */
    List<InstalledModel> models();
}
