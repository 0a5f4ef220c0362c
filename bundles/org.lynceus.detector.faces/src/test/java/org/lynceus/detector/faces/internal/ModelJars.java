package org.lynceus.detector.faces.internal;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;

/** The model bundles on the class path. */
public final class ModelJars {
    private ModelJars() {}

    /**
     * Finds bundles.
     *
     * @param names without {@code org.lynceus.model}, such as {@code facemesh}
     */
    public static Path[] of(String... names) throws IOException {
        return Arrays.stream(names).map(ModelJars::find).toArray(Path[]::new);
    }

    private static Path find(String name) {
        try {
            for (URL url : Collections.list(ModelJars.class.getClassLoader().getResources("model.properties"))) {
                if (url.openConnection() instanceof JarURLConnection entry
                        && url.getPath().contains("/org.lynceus.model." + name + "-")) {
                    return Path.of(entry.getJarFileURL().toURI());
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException("no model bundle " + name);
    }
}
