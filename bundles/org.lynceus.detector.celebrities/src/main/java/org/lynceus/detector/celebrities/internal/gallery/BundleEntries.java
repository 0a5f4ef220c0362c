package org.lynceus.detector.celebrities.internal.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * Files of a gallery bundle that is installed.
 *
 * @param bundle the bundle
 */
record BundleEntries(Bundle bundle) implements GalleryEntries {
    @Override
    public Optional<InputStream> open(String path) throws IOException {
        try {
            URL entry = bundle.getEntry(path);
            return entry == null ? Optional.empty() : Optional.of(entry.openStream());
        } catch (IllegalStateException e) {
            throw new IOException("the bundle has been uninstalled", e);
        }
    }
}
