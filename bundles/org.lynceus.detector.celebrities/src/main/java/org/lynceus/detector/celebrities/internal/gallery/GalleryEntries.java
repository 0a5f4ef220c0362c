package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of a gallery bundle, wherever they are. */
public interface GalleryEntries {
    /**
     * Opens a file; whoever opens it closes it.
     *
     * @param path from the bundle's root, without a leading slash
     * @return nothing when there is no such file
     */
    Optional<InputStream> open(String path) throws IOException;
}
