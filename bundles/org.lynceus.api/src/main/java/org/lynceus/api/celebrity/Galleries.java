package org.lynceus.api.celebrity;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The installed galleries of known people. Thread-safe. */
@ProviderType
public interface Galleries {
    /** Service property and capability namespace of gallery bundles; its value is the gallery's id. */
    String NAMESPACE = "lynceus.gallery";

    /**
     * Finds a person of any gallery that can be read, also of one that no installed encoder fits.
     *
     * @param id of the person; case matters
     * @return the person of the gallery that was installed first, where several have the id
     */
    Optional<Celebrity> find(String id);

    /** The installed galleries, by id. */
    List<InstalledGallery> galleries();
}
